import type { Context } from "#lib/platform/context.ts";
import { currentCart } from "../visitor/current-cart.ts";

export type KnownContact = { email: string; name: string };

/** The contact that this browser's shopper has already given. Empty if none. */
export async function knownContact(ctx: Context): Promise<KnownContact> {
  const cart = ctx.actor.type === "anonymous" ? await currentCart() : null;
  return { email: cart?.email ?? "", name: cart?.contactName ?? "" };
}
