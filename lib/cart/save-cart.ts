import { now } from "#lib/clock.ts";
import { type Context, database } from "#lib/context.ts";
import type { Cart } from "./cart.ts";
import { sumsOf } from "./shown.ts";
import { priceCart, shownTotal } from "./totals.ts";

/**
 * Writes what differs between `before` and `after` in one statement, if nobody changed the cart since `before`
 * was read. Returns the cart as saved, or null when somebody did (or it was ordered meanwhile).
 * Its amounts count as shown from now on: it is for callers that answer with the cart.
 */
export function saveCart(ctx: Context, before: Cart, after: Cart): Promise<Cart | null> {
  const lines = after.lines.map((line) => ({ ...line, shownPrice: line.unitPrice ?? line.shownPrice }));
  return write(ctx, before, { ...after, lines, shown: sumsOf(priceCart(after)) });
}

/** The same, for callers whose answer does not show the cart: what was shown before stays what was shown. */
export function saveUnseen(ctx: Context, before: Cart, after: Cart): Promise<Cart | null> {
  return write(ctx, before, { ...after, shown: before.shown ?? sumsOf(priceCart(before)) });
}

async function write(ctx: Context, before: Cart, after: Cart): Promise<Cart | null> {
  const at = now();
  const saved = await database(ctx).$queryRaw<unknown[]>`
    with changed as (
      update cart set
        version = version + 1, updated_at = ${at},
        user_id = ${after.userId}::uuid, anonymous_id = ${after.anonymousId}, platform = ${after.platform},
        key = ${after.key}, origin = ${after.origin}::cart_origin, purchase_order_number = ${after.purchaseOrderNumber},
        country = ${after.country}, locale = ${after.locale}, email = ${after.email},
        contact_name = ${after.contactName}, phone = ${after.phone},
        shipping_address = ${json(after.shippingAddress)}::jsonb, billing_address = ${json(after.billingAddress)}::jsonb,
        shipping_method_id = ${after.shippingMethod?.id ?? null}::uuid, expires_after_days = ${after.expiresAfterDays},
        shown = ${json(after.shown)}::jsonb, total_price = ${shownTotal(priceCart(after))}
      where id = ${before.id}::uuid and version = ${before.version} and status = 'active'
      returning id
    ), lines_gone as (
      delete from cart_line where cart_id in (select id from changed) and variant_id = any (${linesGone(before, after)}::uuid[])
    ), lines_put as (
      insert into cart_line (id, cart_id, variant_id, quantity, unit_price, key)
      select line.id, changed.id, line."variantId", line.quantity, line."unitPrice", line.key
      from changed, jsonb_to_recordset(${json(linesPut(before, after))}::jsonb)
        as line (id uuid, "variantId" uuid, quantity int, "unitPrice" bigint, key text)
      on conflict (cart_id, variant_id) do update
        set quantity = excluded.quantity, unit_price = excluded.unit_price, key = excluded.key
    ), coupons_gone as (
      delete from cart_coupon where cart_id in (select id from changed) and discount_id = any (${couponsGone(before, after)}::uuid[])
    ), coupons_put as (
      insert into cart_coupon (cart_id, discount_id)
      select changed.id, discount_id from changed, unnest(${couponsGone(after, before)}::uuid[]) discount_id
      on conflict do nothing
    )
    select id from changed`;
  if (saved.length === 0) return null;
  return { ...after, version: before.version + 1, updatedAt: at.toISOString() };
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

function linesGone(before: Cart, after: Cart): string[] {
  const kept = new Set(after.lines.map((line) => line.variantId));
  return before.lines.map((line) => line.variantId).filter((id) => !kept.has(id));
}

function couponsGone(before: Cart, after: Cart): string[] {
  const kept = new Set(after.coupons.map((coupon) => coupon.id));
  return before.coupons.map((coupon) => coupon.id).filter((id) => !kept.has(id));
}

/** Lines that are new, have another quantity or key, or have another price to show. */
function linesPut(before: Cart, after: Cart) {
  const known = new Map(before.lines.map((line) => [line.variantId, line]));
  return after.lines
    .filter(({ variantId, quantity, key, shownPrice }) => {
      const stored = known.get(variantId);
      const isSame = stored?.quantity === quantity && stored.key === key;
      return !isSame || stored.shownPrice !== shownPrice;
    })
    .map(({ id, key, variantId, quantity, shownPrice }) => {
      return { id, key, variantId, quantity, unitPrice: shownPrice };
    });
}
