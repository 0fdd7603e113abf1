import { type Cart, lockStock, outOfStock } from "#lib/cart/index.ts";
import { availableOf } from "#lib/catalog/index.ts";
import { now } from "#lib/clock.ts";
import type { Context } from "#lib/context.ts";
import { Prisma, type Transaction } from "#lib/db.ts";

/**
 * Takes the cart's lines out of stock. What other carts hold is not touched; this cart's own hold ends.
 * @throws out_of_stock naming every line that is short
 */
export async function takeStock(ctx: Context & { tx: Transaction }, cart: Cart): Promise<void> {
  const ids = cart.lines.map((line) => line.variantId);
  await lockStock(ctx, ids);
  const rows = await ctx.tx.$queryRaw<{ variantId: string }[]>`
    update stock set quantity = stock.quantity - line.quantity
    from unnest(${ids}::uuid[], ${cart.lines.map((line) => line.quantity)}::int[]) as line (variant_id, quantity)
    where stock.variant_id = line.variant_id and stock.quantity >= line.quantity + coalesce((
      select sum(h.quantity) from stock_hold h
      where h.variant_id = stock.variant_id and h.expires_at > ${now()} and h.cart_id <> ${cart.id}::uuid), 0)
    returning stock.variant_id as "variantId"`;
  const taken = new Set(rows.map((row) => row.variantId));
  const short = cart.lines.filter((line) => !taken.has(line.variantId));
  if (short.length > 0) throw await shortage(ctx, cart, short);
  if (cart.hasHolds) await ctx.tx.stockHold.deleteMany({ where: { cartId: cart.id } });
}

async function shortage(ctx: Context & { tx: Transaction }, cart: Cart, short: Cart["lines"]) {
  const rows = await ctx.tx.$queryRaw<{ id: string; available: number }[]>`
    select v.id, ${availableOf(Prisma.sql`${cart.id}::uuid`)} as available
    from product_variant v where v.id = any (${short.map((line) => line.variantId)}::uuid[])`;
  const left = new Map(rows.map((row) => [row.id, row.available]));
  return outOfStock(
    short.map((line) => ({ ...line, requested: line.quantity, available: left.get(line.variantId) ?? 0 })),
  );
}

/** Puts the lines of a cancelled order back. */
export async function returnStock(
  ctx: Context & { tx: Transaction },
  lines: { variantId: string; quantity: number }[],
): Promise<void> {
  const ids = lines.map((line) => line.variantId);
  await lockStock(ctx, ids);
  await ctx.tx.$executeRaw`
    update stock set quantity = stock.quantity + line.quantity
    from unnest(${ids}::uuid[], ${lines.map((line) => line.quantity)}::int[]) as line (variant_id, quantity)
    where stock.variant_id = line.variant_id`;
}
