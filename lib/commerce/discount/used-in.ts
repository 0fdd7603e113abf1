import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";

/** The discounts that took something off these orders, including cancelled ones. */
export function discountsUsedIn(
  ctx: Context,
  orderIds: readonly string[],
): Promise<{ id: string; orderId: string }[]> {
  return rowsOf(
    ctx,
    Prisma.sql`select discount_id as id, order_id as "orderId" from discount_usage
      where order_id = any (${[...orderIds]}::uuid[]) order by created_at, id`,
    z.object({ id: z.string(), orderId: z.string() }),
  );
}
