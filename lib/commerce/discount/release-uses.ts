import { now } from "#lib/platform/clock.ts";
import type { Context } from "#lib/platform/context.ts";
import type { Transaction } from "#lib/platform/db.ts";

/** Releases the coupon uses of a cancelled order. */
export async function releaseDiscountUses(
  ctx: Context & { tx: Transaction },
  orderId: string,
): Promise<void> {
  await ctx.tx.$executeRaw`
    with released as (
      update discount_usage set released_at = ${now()}
      where order_id = ${orderId}::uuid and released_at is null returning discount_id
    )
    update discount set used_count = used_count - 1 where id in (select discount_id from released)`;
}
