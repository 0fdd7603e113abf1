import { now } from "#lib/platform/clock.ts";
import type { TransactionContext } from "#lib/platform/context.ts";

/** Releases the coupon uses of a cancelled order. */
export async function releaseDiscountUses(ctx: TransactionContext, orderId: string): Promise<void> {
  await ctx.tx.$executeRaw`
    with released as (
      update discount_usage set released_at = ${now()}
      where order_id = ${orderId}::uuid and released_at is null returning discount_id
    )
    update discount set used_count = used_count - 1 where id in (select discount_id from released)`;
}
