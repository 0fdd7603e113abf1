import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { jsonMembers } from "#lib/platform/database/columns-to-sql.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";
import { orderColumns, totalsColumns } from "./columns.ts";
import { type Order, orderSchema } from "./order.ts";

// json and arrays: building jsonb, and aggregating, cost half as much again.
const order = Prisma.sql`json_build_object(
  ${jsonMembers("o", orderColumns)},
  'totals', json_build_object(${jsonMembers("o", totalsColumns)}),
  'lines', array(
    select json_build_object('id', l.id, 'key', l.key, 'variantId', l.variant_id, 'variantNumber', v.number,
      'productId', l.product_id, 'sku', l.sku, 'name', l.name, 'variantTitle', l.variant_title, 'options', v.options,
      'image', l.image, 'quantity', l.quantity, 'unitPrice', l.unit_price, 'lineTotal', l.line_total,
      'discount', l.discount, 'tax', l.tax)
    from order_line l join product_variant v on v.id = l.variant_id where l.order_id = o.id order by l.position),
  'payments', array(
    select json_build_object('provider', p.provider, 'method', p.method, 'captured', p.captured, 'refunded', p.refunded,
      'refunding', (select coalesce(sum(r.amount), 0) from refund r
        where r.payment_id = p.id and r.state in ('asked', 'pending')))
    from payment p where p.order_id = o.id order by p.created_at desc),
  'shipments', array(
    select json_build_object('carrier', s.carrier, 'trackingNumber', s.tracking_number, 'trackingUrl', s.tracking_url,
      'shippedAt', s.shipped_at, 'deliveredAt', s.delivered_at, 'lines', s.lines)
    from shipment s where s.order_id = o.id and s.tracking_number <> '' order by s.shipped_at),
  'events', array(
    select json_build_object('type', e.type, 'at', e.at, 'amount', e.amount)
    from order_event e where e.order_id = o.id order by e.type <> 'order.placed', e.at, e.id)
)`;

const payment = z.object({
  provider: z.string(),
  method: z.string(),
  captured: z.int(),
  refunded: z.int(),
  refunding: z.int(),
});

const row = z.object({
  order: orderSchema
    .omit({ payment: true, balance: true })
    // The latest first.
    .extend({ payments: z.array(payment) })
    .transform(withMoney),
});

type Paid = Omit<Order, "payment" | "balance"> & { payments: z.output<typeof payment>[] };

/** The order's latest payment, and what all of them add up to. */
function withMoney({ payments, ...order }: Paid): Order {
  const [latest] = payments;
  const sum = (of: "captured" | "refunded" | "refunding") =>
    payments.reduce((total, payment) => total + payment[of], 0);
  const paid = sum("captured");
  const due = order.status === "cancelled" ? 0 : Math.max(0, order.totals.total - paid);
  return {
    ...order,
    payment: latest
      ? { provider: latest.provider, method: latest.method, status: order.paymentStatus }
      : null,
    balance: { paid, refunded: sum("refunded"), refunding: sum("refunding"), due },
  };
}

/**
 * Loads orders in one statement. `rest` follows `from "order" o`; its where clause has to restrict them to the caller.
 * If it has the caller's own conditions, `read` is rowsPlannedAnew.
 */
export async function loadOrders(ctx: Context, rest: Prisma.Sql, read = rowsOf): Promise<Order[]> {
  const rows = await read(ctx, Prisma.sql`select ${order} as order from "order" o ${rest}`, row);
  return rows.map((found) => found.order);
}

/** The first order that `where` finds, or null. */
export async function loadOrder(ctx: Context, where: Prisma.Sql): Promise<Order | null> {
  const [found] = await loadOrders(ctx, Prisma.sql`where ${where} limit 1`);
  return found ?? null;
}
