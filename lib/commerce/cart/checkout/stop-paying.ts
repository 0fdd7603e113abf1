import { closeAttempt } from "#lib/commerce/payment/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { DomainError } from "#lib/platform/errors.ts";
import type { Cart } from "../cart.ts";

/**
 * Prepares a cart for a change: a shopper who changes it during an open payment attempt has left the payment page, so
 * the attempt is closed first. @throws payment_in_progress if it has been paid already, unavailable if the provider
 * cannot be reached
 */
export async function stopPaying(ctx: Context, cart: Cart): Promise<Cart> {
  if (cart.payingId === null) return cart;
  const paid = await closeAttempt(ctx, cart.payingId);
  if (!paid) return { ...cart, payingId: null };
  throw new DomainError("payment_in_progress", "This cart has been paid for. Its order is being placed.", {
    details: { attempt: cart.payingId },
  });
}
