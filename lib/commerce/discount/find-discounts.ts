import { type Context, database } from "#lib/platform/context.ts";
import type { Discount } from "./evaluate.ts";
import { toDiscount } from "./to-discount.ts";

/** The discounts with these ids. Unknown ids are left out. */
export async function findDiscounts(ctx: Context, ids: readonly string[]): Promise<Discount[]> {
  const rows = await database(ctx).discount.findMany({ where: { id: { in: [...ids] } } });
  return rows.map(toDiscount);
}
