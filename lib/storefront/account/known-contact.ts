import type { Context } from "#lib/platform/context.ts";
import { currentCart } from "../current-cart.ts";

export type KnownContact = { email: string; name: string };

/** What this browser's shopper has told us already, so that it is not asked again. Empty when nothing. */
export async function knownContact(ctx: Context): Promise<KnownContact> {
  const cart = ctx.actor.type === "anonymous" ? await currentCart() : null;
  return { email: cart?.email ?? "", name: cart?.contactName ?? "" };
}
