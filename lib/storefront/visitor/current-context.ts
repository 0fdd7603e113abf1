import { headers } from "next/headers";
import { cache } from "react";
import type { Context } from "#lib/platform/context.ts";
import { callerOf } from "#lib/platform/http/index.ts";
import { requireVisitor } from "../public-pages/given.ts";
import { cartHandle } from "./cart-cookie.ts";
import { sessionOf } from "./session-cart.ts";

/** The session of the visitor's browser, read once per request, with its cart. */
export const currentSession = cache(async () => sessionOf(await headers(), await cartHandle()));

/** The context of the current visitor. */
export const currentContext = cache(async (): Promise<Context> => {
  requireVisitor();
  return callerOf((await currentSession()).actor);
});
