import { closeAttempt } from "#lib/commerce/payment/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { DomainError } from "#lib/platform/errors.ts";
import type { Cart } from "./cart.ts";

/**
 * The cart, for whoever wants to change it: a shopper who does so while there is an open attempt to pay has gone back from
 * it, so it is closed first. @throws payment_in_progress when it has been paid already, unavailable when its provider cannot be asked
 */
export async function stopPaying(ctx: Context, cart: Cart): Promise<Cart> {
  if (cart.payingId === null) return cart;
  const paid = await closeAttempt(ctx, cart.payingId);
  if (!paid) return { ...cart, payingId: null };
  throw new DomainError("payment_in_progress", "This cart has been paid for. Its order is being placed.", {
    details: { attempt: cart.payingId },
  });
}
