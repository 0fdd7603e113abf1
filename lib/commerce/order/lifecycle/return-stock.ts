import { lockStock } from "#lib/commerce/cart/index.ts";
import type { TransactionContext } from "#lib/platform/context.ts";

/** Returns the lines of a cancelled order to stock. */
export async function returnStock(
  ctx: TransactionContext,
  lines: { variantId: string; quantity: number }[],
): Promise<void> {
  const ids = lines.map((line) => line.variantId);
  await lockStock(ctx, ids);
  await ctx.tx.$executeRaw`
    update stock set quantity = stock.quantity + line.quantity
    from unnest(${ids}::uuid[], ${lines.map((line) => line.quantity)}::int[]) as line (variant_id, quantity)
    where stock.variant_id = line.variant_id`;
}
