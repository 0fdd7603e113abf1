import { headers } from "next/headers";
import { cache } from "react";
import { sessionFrom } from "#lib/accounts/auth/index.ts";
import { carts } from "#lib/commerce/cart/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { callerOf } from "#lib/platform/http/index.ts";
import { cartHandle } from "./cart-cookie.ts";

/**
 * The session of the visitor's browser, read once per request, with its cart: nearly every page shows how much is in it.
 */
const openSession = cache(async () => {
  const [sent, cart] = await Promise.all([headers(), cartHandle()]);
  return sessionFrom(sent, carts.find.policy.readsFirst?.({ cart }));
});

/** The session of the visitor's browser. */
export async function currentSession(): Promise<{ isDue: boolean }> {
  return openSession();
}

/** The context of the current visitor. */
export const currentContext = cache(async (): Promise<Context> => callerOf((await openSession()).actor));

/** The same, with the cart that was read along, for whoever reads it first. */
export async function contextWithCart(): Promise<Context> {
  const { actor, along } = await openSession();
  return { ...callerOf(actor), along };
}
