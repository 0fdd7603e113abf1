import { headers } from "next/headers";
import { cache } from "react";
import { sessionFrom } from "#lib/accounts/auth/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { callerOf } from "#lib/platform/http/index.ts";

/** The session of the visitor's browser, read once per request. */
export const currentSession = cache(async () => sessionFrom(await headers()));

/** The context of the current visitor. */
export const currentContext = cache(async (): Promise<Context> => callerOf((await currentSession()).actor));
