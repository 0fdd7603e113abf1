import { now } from "#lib/platform/clock.ts";
import { type Context, database } from "#lib/platform/context.ts";
import type { Attempt } from "./attempt.ts";
import { type Facts, hasMoney } from "./provider.ts";

const keptMinutes = 15;

/**
 * Ends an attempt without an order, with its provider's facts: the cart can change again, its coupons are free, and its
 * stock is held as in a checkout. If the provider has money, it is returned. An attempt with an order stays as it is.
 * Returns whether there was no order.
 */
export async function endAttempt(
  ctx: Context,
  { id, cartId, reference }: Attempt,
  facts: Facts,
  reason: string | null = facts.reason ?? null,
): Promise<boolean> {
  const at = now();
  const goesBack = hasMoney(facts);
  // The outcome of an unanswered call is unknown, so the worker keeps checking.
  const isAnswered = (facts.reference ?? reference) !== null || facts.state === "declined";
  const dueAt = goesBack ? at : isAnswered ? null : new Date(at.getTime() + 60_000);
  const ended = await database(ctx).$queryRaw<unknown[]>`
    with locked as materialized (
      select id from cart where id = ${cartId}::uuid for update
    ), ended as (
      update payment set
        state = case when state = 'expired' and ${facts.state} = 'released' then state
          when payment.goes_back or ${facts.state} <> 'authorized' then greatest(state, ${facts.state}::attempt_state)
          else 'authorized' end,
        captured = greatest(captured, ${facts.captured}), refunded = greatest(refunded, ${facts.refunded}),
        reference = coalesce(${facts.reference}, reference), reason = coalesce(reason, ${reason}),
        goes_back = payment.goes_back or ${goesBack}, agreed = null, looks = 0, updated_at = ${at}, version = version + 1,
        buyer = case when payment.goes_back or ${goesBack} or ${dueAt !== null} then buyer end,
        due_at = case when payment.goes_back then payment.due_at else ${dueAt} end
      from locked where payment.id = ${id}::uuid and order_id is null
      returning payment.cart_id
    ), freed as (
      update cart set paying_id = null from ended where cart.id = ended.cart_id and paying_id = ${id}::uuid
      returning cart.id
    ), let_go as (
      delete from coupon_hold h using freed where h.cart_id = freed.id
    ), kept as (
      update stock_hold h set expires_at = least(h.expires_at, ${new Date(at.getTime() + keptMinutes * 60_000)})
      from freed where h.cart_id = freed.id
    )
    select 1 from ended`;
  return ended.length > 0;
}
