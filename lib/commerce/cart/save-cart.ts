import * as z from "zod";
import { now } from "#lib/platform/clock.ts";
import type { Context } from "#lib/platform/context.ts";
import { assignments, columnList, valueList } from "#lib/platform/database/columns-to-sql.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";
import type { Cart } from "./cart.ts";
import { cartToken, hashCartToken } from "./cart-token.ts";
import { savedColumns } from "./columns.ts";
import { sumsOf } from "./shown.ts";
import { priceCart, shownTotal } from "./totals/totals.ts";

/**
 * Writes the differences between `before` and `after` in one statement, if the cart has not changed since `before` was
 * read. Returns the saved cart; null if somebody changed it, began to pay for it, or ordered it. Its amounts count as
 * shown: use it if the answer shows the cart.
 */
export function saveCart(ctx: Context, before: Cart, after: Cart): Promise<Cart | null> {
  return update(ctx, before, asShown(after));
}

/** The same for answers that do not show the cart: the amounts last shown stay recorded. */
export function saveUnseen(ctx: Context, before: Cart, after: Cart): Promise<Cart | null> {
  return update(ctx, before, { ...after, shown: before.shown ?? sumsOf(priceCart(before)) });
}

function asShown(cart: Cart): Cart {
  const lines = cart.lines.map((line) => ({ ...line, shownPrice: line.unitPrice ?? line.shownPrice }));
  return { ...cart, lines, shown: sumsOf(priceCart(cart)) };
}

function update(ctx: Context, before: Cart, after: Cart): Promise<Cart | null> {
  const at = now();
  const changed = Prisma.sql`
    update cart set
      version = version + 1, updated_at = ${at}, ${assignments(savedColumns, after)},
      shipping_method_id = ${after.shippingMethod?.id ?? null}::uuid, total_price = ${shownTotal(priceCart(after))}
    where id = ${before.id}::uuid and version = ${before.version} and status = 'active' and paying_id is null
    returning id`;
  return write(ctx, changed, before, { ...after, version: before.version + 1, updatedAt: at.toISOString() });
}

type NewCart = {
  /** The cart before any change. */
  empty: Cart;
  wanted: Cart;
  /** The user who is to have one such cart; null if there may be several. */
  begunFor: string | null;
};

/** Inserts a new cart in one statement; its amounts count as shown. Null if another was begun for the same user. */
export function insertCart(ctx: Context, { empty, wanted, begunFor }: NewCart): Promise<Cart | null> {
  const cart = asShown(wanted);
  const at = new Date(cart.createdAt);
  const inserted = Prisma.sql`
    insert into cart (id, token_hash, version, created_at, updated_at, ${columnList(savedColumns)},
      shipping_method_id, total_price, begun_for)
    values (${cart.id}::uuid, ${hashCartToken(cartToken(cart.id))}, ${cart.version}, ${at}, ${at},
      ${valueList(savedColumns, cart)},
      ${cart.shippingMethod?.id ?? null}::uuid, ${shownTotal(priceCart(cart))}, ${begunFor}::uuid)
    on conflict (begun_for) do nothing
    returning id`;
  return write(ctx, inserted, empty, cart);
}

const changedRow = z.object({ id: z.uuid() });

/** `changed` returns the cart's id if its row was written; lines and coupons are then written with it. */
async function write(ctx: Context, changed: Prisma.Sql, before: Cart, after: Cart): Promise<Cart | null> {
  // Most changes have none, and each would cost a tenth of the statement even so.
  const parts = [
    ...ifAny(linesGone(before, after), deleteLines),
    ...ifAny(linesPut(before, after), putLines),
    ...ifAny(couponsGone(before, after), deleteCoupons),
    ...ifAny(couponsPut(before, after), putCoupons),
  ];
  const saved = await rowsOf(
    ctx,
    Prisma.sql`with ${Prisma.join([Prisma.sql`changed as (${changed})`, ...parts])} select id from changed`,
    changedRow,
  );
  if (saved.length === 0) return null;
  return after;
}

function ifAny<T>(changes: readonly T[], part: (changes: readonly T[]) => Prisma.Sql): Prisma.Sql[] {
  return changes.length === 0 ? [] : [part(changes)];
}

const deleteLines = (variantIds: readonly string[]) => Prisma.sql`lines_gone as (
  delete from cart_line where cart_id in (select id from changed) and variant_id = any (${variantIds}::uuid[])
)`;

const putLines = (lines: readonly object[]) => Prisma.sql`lines_put as (
  insert into cart_line (id, cart_id, variant_id, quantity, unit_price, key)
  select line.id, changed.id, line."variantId", line.quantity, line."unitPrice", line.key
  from changed, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
    as line (id uuid, "variantId" uuid, quantity int, "unitPrice" bigint, key text)
  on conflict (cart_id, variant_id) do update
    set id = excluded.id, quantity = excluded.quantity, unit_price = excluded.unit_price, key = excluded.key,
      created_at = case when cart_line.id = excluded.id then cart_line.created_at else excluded.created_at end
)`;

const deleteCoupons = (discountIds: readonly string[]) => Prisma.sql`coupons_gone as (
  delete from cart_coupon where cart_id in (select id from changed) and discount_id = any (${discountIds}::uuid[])
)`;

const putCoupons = (coupons: readonly object[]) => Prisma.sql`coupons_put as (
  insert into cart_coupon (cart_id, discount_id, position)
  select changed.id, coupon.id, coupon.position
  from changed, jsonb_to_recordset(${JSON.stringify(coupons)}::jsonb) as coupon (id uuid, position int)
  on conflict (cart_id, discount_id) do update set position = excluded.position
)`;

function linesGone(before: Cart, after: Cart): string[] {
  const kept = new Set(after.lines.map((line) => line.variantId));
  return before.lines.map((line) => line.variantId).filter((id) => !kept.has(id));
}

function couponsGone(before: Cart, after: Cart): string[] {
  const kept = new Set(after.coupons.map((coupon) => coupon.id));
  return before.coupons.map((coupon) => coupon.id).filter((id) => !kept.has(id));
}

/** Coupons that are new, or whose place has changed. */
function couponsPut(before: Cart, after: Cart): readonly object[] {
  return after.coupons.flatMap(({ id }, position) =>
    before.coupons[position]?.id === id ? [] : [{ id, position }],
  );
}

/** Lines that are new, even if their variant was in the cart, or whose quantity, key or shown price has changed. */
function linesPut(before: Cart, after: Cart): readonly object[] {
  const known = new Map(before.lines.map((line) => [line.variantId, line]));
  return after.lines
    .filter(({ id, variantId, quantity, key, shownPrice }) => {
      const stored = known.get(variantId);
      const isSame = stored?.id === id && stored.quantity === quantity && stored.key === key;
      return !isSame || stored.shownPrice !== shownPrice;
    })
    .map(({ id, key, variantId, quantity, shownPrice }) => {
      return { id, key, variantId, quantity, unitPrice: shownPrice };
    });
}
