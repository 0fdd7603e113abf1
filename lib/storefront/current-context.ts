import { headers } from "next/headers";
import { cache } from "react";
import { actorFrom } from "#lib/auth/index.ts";
import type { Context } from "#lib/context.ts";

/** Who looks at the page or posts the form. Asked once per request. */
export const currentContext = cache(
  async (): Promise<Context> => ({ actor: await actorFrom(await headers()) }),
);
