import type { TransactionContext } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";

type Move = { from: { userId: string } | { orderId: string }; toUserId: string };

/**
 * Moves coupon uses to another user. If that user has used the same once-per-customer coupon, both uses stay on record
 * and one counts.
 */
export async function moveDiscountUses(ctx: TransactionContext, { from, toUserId }: Move): Promise<void> {
  const which =
    "userId" in from
      ? Prisma.sql`user_id = ${from.userId}::uuid`
      : Prisma.sql`order_id = ${from.orderId}::uuid`;
  await ctx.tx.$executeRaw`
    update discount_usage set user_id = ${toUserId}::uuid, once_per_customer = once_per_customer and not exists (
      select 1 from discount_usage own
      where own.discount_id = discount_usage.discount_id and own.user_id = ${toUserId}::uuid
        and own.once_per_customer and own.released_at is null)
    where ${which}`;
}
