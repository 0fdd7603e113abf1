import { type Context, inTransaction } from "#lib/platform/context.ts";
import { DomainError, versionConflict } from "#lib/platform/errors.ts";
import type { Cart } from "./cart.ts";
import { stopPaying } from "./checkout/stop-paying.ts";
import { type CartName, getCart } from "./get-cart.ts";
import { removeCarts } from "./remove-carts.ts";

/**
 * Deletes a cart that the caller may see, at the given version, and returns it.
 * @throws not_found, version_conflict, payment_in_progress if it was paid for, bad_request if it became an order or a
 * payment for it may still arrive
 */
export async function deleteCart(ctx: Context, input: { cart: CartName; version: number }): Promise<Cart> {
  // A provider is called before anything is locked, and only if the version is current.
  const seen = await getCart(ctx, input.cart);
  if (seen.version === input.version) await stopPaying(ctx, seen);
  return inTransaction(ctx, async (inside) => {
    const { id } = seen;
    await inside.tx.$queryRaw`select 1 from cart where id = ${id}::uuid for update`;
    const cart = await getCart(inside, { id });
    if (cart.version !== input.version) throw versionConflict(id, input.version, cart.version);
    if (cart.status === "ordered")
      throw new DomainError("bad_request", "An ordered cart stays with its order.");
    if ((await inside.tx.payment.count({ where: { cartId: id, dueAt: { not: null }, goesBack: false } })) > 0)
      throw new DomainError("bad_request", "A payment for this cart may still arrive.");
    await removeCarts(inside.tx, [id]);
    return cart;
  });
}
