import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";
import { coupon } from "./evaluate.ts";

const usedRow = coupon.pick({ id: true, kind: true }).extend({ orderId: z.string(), amount: z.int() });

/** The discounts that took something off these orders, including cancelled ones. `amount` is in minor units. */
export function discountsUsedIn(
  ctx: Context,
  orderIds: readonly string[],
): Promise<z.output<typeof usedRow>[]> {
  return rowsOf(
    ctx,
    Prisma.sql`select d.id, d.kind, u.order_id as "orderId", u.amount::float8 as amount
      from discount_usage u join discount d on d.id = u.discount_id
      where u.order_id = any (${[...orderIds]}::uuid[]) order by u.created_at, u.id`,
    usedRow,
  );
}
