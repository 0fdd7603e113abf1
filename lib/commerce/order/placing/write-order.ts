import * as z from "zod";
import { type EventType, eventParts, type NewEvent } from "#lib/events/index.ts";
import { now } from "#lib/platform/clock.ts";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { onlyRowOf } from "#lib/platform/database/rows.ts";
import type { Order } from "../order.ts";
import type { Purchase } from "./compose-order.ts";
import { couponsCounted, couponsLocked } from "./coupons-locked.ts";
import { answerRow, type Request } from "./idempotency.ts";
import { insertRows, rowsOfOrder } from "./order-rows.ts";

export const outcome = z.object({
  /** Whether the order was written. If not, nothing was, for one of the following reasons. */
  written: z.boolean(),
  cart: z
    .object({
      status: z.enum(["active", "ordered", "merged"]),
      version: z.int(),
      /** The open payment attempt. */
      payingId: z.uuid().nullable(),
    })
    .nullable(),
  /** Lines with too little stock, and how many are left for this cart. */
  short: z.array(z.object({ variantId: z.string(), available: z.int() })),
  refused: z.array(z.object({ discountId: z.string(), reason: z.enum(["used_up", "already_used"]) })),
});
export type Outcome = z.output<typeof outcome>;

/**
 * Writes the order and everything that belongs to it in one statement. It locks the cart, then stock in the order of
 * the SKUs, then coupons. If the cart is unchanged, its open attempt is the one that was paid or there is none, and
 * stock and coupons suffice, it takes them, closes the cart, writes the order's rows, settles the attempt, stores the
 * answer, records the events and queues their jobs: all or nothing.
 *
 * The first CTEs take the locks, and locked rows are read in their latest version. Everything that writes depends on
 * "going", so it runs after them.
 */
export async function writeOrder(
  ctx: Context,
  order: Order,
  purchase: Purchase,
  request: Request | null,
): Promise<Outcome> {
  const { cart, payment } = purchase;
  const events = eventParts(happenedIn(order), Prisma.sql`going`);
  const written = [
    ...rowsOfOrder(order, purchase),
    ["idempotency_record", request ? [answerRow(request, order)] : []] as const,
  ].filter(([, rows]) => rows.length > 0);
  return onlyRowOf(
    ctx,
    Prisma.sql`
    with current as materialized (
      select status, version, paying_id from cart where id = ${cart.id}::uuid for update
    ), unchanged as materialized (
      select 1 as one from current where status = 'active' and version = ${cart.version}
        and paying_id is not distinct from ${payment?.attemptId ?? null}::uuid
    ), ${stockLocked(order)},
    ${couponsLocked(purchase)}, ${couponsCounted(purchase)},
    taken as (
      update stock set quantity = stock.quantity - wanted.quantity from going, wanted
      where stock.variant_id = wanted.variant_id
    ), freed as (
      delete from stock_hold using going where cart_id = ${cart.id}::uuid
    ), let_go as (
      delete from coupon_hold using going where cart_id = ${cart.id}::uuid
    ), closed as (
      update cart set status = 'ordered', version = version + 1, updated_at = ${now()}, paying_id = null, begun_for = null,
        user_id = ${order.userId}::uuid, anonymous_id = ${order.anonymousId}
      from going where id = ${cart.id}::uuid
    ), ${Prisma.join(written.map(([table, rows]) => Prisma.sql`${Prisma.raw(`put_${table}`)} as (${insertRows(table, rows)})`))},
    ${payment?.attemptId ? settled(order, payment) : Prisma.empty}
    ${events.recorded}
    select exists (select 1 from going) as written,
      (select json_build_object('status', status, 'version', version, 'payingId', paying_id) from current) as cart,
      (select coalesce(json_agg(json_build_object('variantId', variant_id, 'available', available)), '[]') from short) as short,
      (select coalesce(json_agg(json_build_object('discountId', id, 'reason', reason)), '[]') from refused) as refused,
      (select count(*)::int from (${events.woken}) woken) as woken`,
    outcome,
  );
}

/** Links the attempt to the order. The worker handles money that is authorized but not captured. */
function settled(
  { id, placedAt }: Order,
  { attemptId, facts }: NonNullable<Purchase["payment"]>,
): Prisma.Sql {
  const dueAt = facts.state === "authorized" ? new Date(placedAt) : null;
  return Prisma.sql`settled as (
      update payment set order_id = ${id}::uuid, state = greatest(state, ${facts.state}::attempt_state),
        captured = greatest(captured, ${facts.captured}), refunded = greatest(refunded, ${facts.refunded}),
        reference = coalesce(${facts.reference}, reference), agreed = null, buyer = null, looks = 0,
        version = version + 1, due_at = ${dueAt}, updated_at = ${now()}
      from going where id = ${attemptId}::uuid
    ),`;
}

/** The events of a new order: placed and, depending on its payment, confirmed. */
function happenedIn({ id, userId, status, placedAt }: Order): NewEvent[] {
  const types: EventType[] = status === "confirmed" ? ["order.placed", "order.confirmed"] : ["order.placed"];
  return types.map((type) => ({ type, orderId: id, userId, at: new Date(placedAt) }));
}

type Stocked = { cartId: string; lines: readonly { variantId: string; quantity: number }[] };

/**
 * Locks the stock of the order's lines: "wanted" are the quantities, "short" the lines with too little stock, "stocked"
 * has a row if there is enough.
 */
export function stockLocked({ cartId, lines }: Stocked): Prisma.Sql {
  const ids = lines.map((line) => line.variantId);
  return Prisma.sql`wanted as materialized (
      select * from unnest(${ids}::uuid[], ${lines.map((line) => line.quantity)}::int[]) as line (variant_id, quantity)
    ), shelf as materialized (
      select s.variant_id, s.quantity
      from unchanged, product_variant v join stock s on s.variant_id = v.id
      where v.id = any (${ids}::uuid[]) order by v.sku for update of s
    ), held as materialized (
      select variant_id, quantity
      from held_for_others((select array_agg(variant_id) from shelf), ${cartId}::uuid, ${now()})
    ), short as materialized (
      select w.variant_id, greatest(0, coalesce(shelf.quantity, 0) - coalesce(held.quantity, 0)) as available
      from unchanged, wanted w
      left join shelf on shelf.variant_id = w.variant_id left join held on held.variant_id = w.variant_id
      where w.quantity > coalesce(shelf.quantity, 0) - coalesce(held.quantity, 0)
    ), stocked as materialized (
      select 1 as one from unchanged where not exists (select 1 from short)
    )`;
}
