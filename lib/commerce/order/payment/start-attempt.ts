import type { Choice, KeptAttempt } from "#lib/commerce/payment/index.ts";
import { now } from "#lib/platform/clock.ts";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { onlyRowOf } from "#lib/platform/database/rows.ts";
import { env } from "#lib/platform/env.ts";
import { newId } from "#lib/platform/ids.ts";
import { buyerOf } from "../placing/buyer.ts";
import { anonymousIdOf, type Purchase } from "../placing/compose-order.ts";
import { couponsHeld, couponsLocked } from "../placing/coupons-locked.ts";
import type { Request } from "../placing/idempotency.ts";
import { insertRows } from "../placing/order-rows.ts";
import { type Outcome, outcome, stockLocked } from "../placing/write-order.ts";
import { agreedOf } from "./agreed.ts";

const minutesToPay = 15;

/**
 * How long stock stays held after the shopper's time has run out, until the provider has confirmed that nothing was
 * paid.
 */
const graceMs = 10 * 60_000;

const firstLookMs = 60_000;

/**
 * Records a payment attempt before its provider is called, in one statement: if the cart is unchanged, has no open
 * attempt, and stock and coupons suffice, both are held and the cart is locked against changes until the attempt ends.
 * Otherwise the outcome is the reason.
 */
export async function startAttempt(
  ctx: Context,
  purchase: Omit<Purchase, "payment">,
  choice: Choice,
  request: Request | null,
): Promise<{ attempt: KeptAttempt | null; outcome: Outcome }> {
  const { cart, priced, shopper } = purchase;
  const at = now();
  const attempt = newAttempt(purchase, choice, at);
  const row = {
    ...attempt,
    agreed: agreedOf(purchase, request),
    buyer: buyerOf(purchase),
    version: 1,
    disputes: {},
    dueAt: new Date(at.getTime() + firstLookMs).toISOString(),
    looks: 0,
    createdAt: at.toISOString(),
    updatedAt: at.toISOString(),
  };
  const heldUntil = new Date(Date.parse(attempt.expiresAt) + graceMs);
  const found = await onlyRowOf(
    ctx,
    Prisma.sql`
    with current as materialized (
      select status, version, paying_id from cart where id = ${cart.id}::uuid for update
    ), unchanged as materialized (
      select 1 as one from current where status = 'active' and version = ${cart.version} and paying_id is null
    ), ${stockLocked({ cartId: cart.id, lines: priced.lines })},
    ${couponsLocked(purchase)}, ${couponsHeld(purchase, heldUntil)},
    kept as (
      insert into stock_hold (cart_id, variant_id, quantity, expires_at)
      select ${cart.id}::uuid, variant_id, quantity, ${heldUntil} from going, wanted
      on conflict (cart_id, variant_id) do update set quantity = excluded.quantity,
        expires_at = greatest(stock_hold.expires_at, excluded.expires_at)
    ), taken as (
      update cart set paying_id = ${attempt.id}::uuid, user_id = ${shopper.userId}::uuid, anonymous_id = ${anonymousIdOf(purchase)}
      from going where id = ${cart.id}::uuid
    ), put as (
      ${insertRows("payment", [row])}
    )
    select exists (select 1 from going) as written,
      (select json_build_object('status', status, 'version', version, 'payingId', paying_id) from current) as cart,
      (select coalesce(json_agg(json_build_object('variantId', variant_id, 'available', available)), '[]') from short) as short,
      (select coalesce(json_agg(json_build_object('discountId', id, 'reason', reason)), '[]') from refused) as refused`,
    outcome,
  );
  return { attempt: found.written ? attempt : null, outcome: found };
}

function newAttempt(
  { cart, priced }: Pick<Purchase, "cart" | "priced">,
  { provider, method }: Choice,
  at: Date,
): KeptAttempt {
  const payableMs = (provider.minutesToPay ?? minutesToPay) * 60_000;
  return {
    id: newId(),
    cartId: cart.id,
    cartVersion: cart.version,
    orderId: null,
    provider: provider.id,
    method: method.id,
    amount: priced.totals.total,
    currency: cart.currency,
    capture: env.CAPTURE,
    state: "started",
    reference: null,
    redirectUrl: null,
    reason: null,
    goesBack: false,
    wanted: null,
    captured: 0,
    refunded: 0,
    expiresAt: new Date(at.getTime() + payableMs).toISOString(),
  };
}
