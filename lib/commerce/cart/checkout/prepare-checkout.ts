import { now } from "#lib/platform/clock.ts";
import {
  inTransaction,
  type ShopperContext,
  type TransactionContext,
  whileSessionLasts,
} from "#lib/platform/context.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { type Cart, isEmpty } from "../cart.ts";
import { findCart, ownedBy } from "../resolve-cart.ts";
import { saveCart } from "../save-cart.ts";
import type { CartHandle } from "../schemas.ts";
import { checkLines } from "../totals/obstacles.ts";
import { repriceCart } from "../totals/reprice-cart.ts";
import { stopPaying } from "./stop-paying.ts";

export const holdMinutes = 15;

/**
 * Holds the cart's stock for `holdMinutes` and updates its prices. Calling it again restarts the time.
 * @throws cart_empty, price_not_available, out_of_stock, cart_changed, session_changed, payment_in_progress
 */
export function prepareCheckout(ctx: ShopperContext, handle: CartHandle): Promise<Cart> {
  return whileSessionLasts(async () => {
    const seen = await findCart(ctx, handle);
    if (!seen) throw cartEmpty();
    // A provider is asked before anything is locked.
    await stopPaying(ctx, seen);
    const variantIds = seen.lines.map((line) => line.variantId);
    return inTransaction(ctx, async (inside) => {
      await inside.tx.$queryRaw`select 1 from cart where id = ${seen.id}::uuid for update`;
      await lockStock(inside, variantIds);
      // Read again: the cart may have changed, or become an order, before we had the locks.
      const before = await findCart(inside, handle);
      if (!before || isEmpty(before)) throw cartEmpty();
      if (before.lines.some((line) => !variantIds.includes(line.variantId))) throw cartChanged();
      const after = await repriceCart(inside, await ownedBy(inside, before));
      checkLines(after);
      await holdStock(inside, after);
      const saved = await saveCart(inside, before, after);
      if (!saved) throw cartChanged();
      return { ...saved, hasHolds: true };
    });
  });
}

function cartEmpty(): DomainError {
  return new DomainError("cart_empty", "The cart is empty");
}

function cartChanged(): DomainError {
  return new DomainError("cart_changed", "The cart has changed in the meantime. Review it and try again.");
}

/**
 * Locks these variants against holds and sales until the transaction ends. Always in the order of their SKUs, so that
 * two orders cannot deadlock.
 */
export async function lockStock(ctx: TransactionContext, variantIds: string[]): Promise<void> {
  await ctx.tx.$queryRaw`
    select 1 from stock s join product_variant v on v.id = s.variant_id
    where v.id = any (${variantIds}::uuid[]) order by v.sku for update of s`;
}

async function holdStock(ctx: TransactionContext, cart: Cart): Promise<void> {
  const expiresAt = new Date(now().getTime() + holdMinutes * 60_000);
  await ctx.tx.stockHold.deleteMany({ where: { cartId: cart.id } });
  await ctx.tx.stockHold.createMany({
    data: cart.lines.map(({ variantId, quantity }) => ({ cartId: cart.id, variantId, quantity, expiresAt })),
  });
}
