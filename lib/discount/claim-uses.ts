import { now } from "#lib/clock.ts";
import type { Context } from "#lib/context.ts";
import type { Transaction } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import { hashEmail } from "#lib/secrets.ts";
import type { Discount } from "./evaluate.ts";
import { refused } from "./refused.ts";
import { usesOf } from "./uses-of.ts";

type Claim = {
  orderId: string;
  userId: string;
  /** Of the contact: what the use is kept under. */
  email: string | null;
  accountEmail: string | null;
  uses: { discount: Discount; amount: number }[];
};

/**
 * Counts the order's coupons as used, inside the placing transaction. Limits count people: the user, the
 * contact address and the account's together, so 20 parallel orders use a once-per-customer coupon once.
 * @throws coupon_not_applicable when the coupon ran out or this person used it before
 */
export async function claimDiscountUses(ctx: Context & { tx: Transaction }, claim: Claim): Promise<void> {
  // One order of locking for everybody, so that two orders with the same coupons cannot block each other.
  const uses = claim.uses.toSorted((a, b) => a.discount.code.localeCompare(b.discount.code));
  const person = usesOf({ userId: claim.userId, emails: [claim.email, claim.accountEmail] });
  for (const { discount, amount } of uses) {
    // From here on everybody else who wants this discount waits.
    const counted = await ctx.tx.$executeRaw`
      update discount set used_count = used_count + 1
      where id = ${discount.id}::uuid and (usage_limit is null or used_count < usage_limit)`;
    if (counted === 0) throw refused(discount.code, "used_up");
    const claimed = await ctx.tx.$executeRaw`
      insert into discount_usage (id, discount_id, order_id, user_id, email_hash, once_per_customer, amount)
      select ${newId()}::uuid, ${discount.id}::uuid, ${claim.orderId}::uuid, ${claim.userId}::uuid,
        ${claim.email && hashEmail(claim.email)}, ${discount.oncePerCustomer}, ${amount}::bigint
      where not (${discount.oncePerCustomer} and exists (
        select 1 from discount_usage where discount_id = ${discount.id}::uuid and ${person}))
      on conflict do nothing`;
    if (claimed === 0) throw refused(discount.code, "already_used");
  }
}

/** Gives the uses of a cancelled order back. */
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
