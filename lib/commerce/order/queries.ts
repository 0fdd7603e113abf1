import * as z from "zod";
import { jsonMembers } from "#lib/platform/columns-to-sql.ts";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/db.ts";
import { rowsOf } from "#lib/platform/rows.ts";
import { orderColumns, totalsColumns } from "./columns.ts";
import { type Order, orderSchema } from "./order.ts";

const order = Prisma.sql`jsonb_build_object(
  ${jsonMembers("o", orderColumns)},
  'totals', jsonb_build_object(${jsonMembers("o", totalsColumns)})
) || jsonb_build_object(
  'lines', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'key', l.key, 'variantId', l.variant_id, 'variantNumber', v.number,
      'productId', l.product_id,
      'sku', l.sku, 'name', l.name, 'variantTitle', l.variant_title, 'options', v.options, 'image', l.image, 'quantity', l.quantity,
      'unitPrice', l.unit_price, 'lineTotal', l.line_total, 'discount', l.discount, 'tax', l.tax) order by l.position), '[]')
    from order_line l join product_variant v on v.id = l.variant_id where l.order_id = o.id),
  'payment', (select jsonb_build_object('provider', p.provider, 'method', p.method, 'status', o.payment_status)
    from payment p where p.order_id = o.id order by p.created_at desc limit 1),
  'balance', (select jsonb_build_object('paid', paid, 'refunded', refunded, 'refunding', refunding,
      'due', case when o.status = 'cancelled' then 0 else greatest(0, o.total - paid) end)
    from (select coalesce(sum(p.captured), 0) as paid, coalesce(sum(p.refunded), 0) as refunded,
      coalesce(sum((select sum(r.amount) from refund r where r.payment_id = p.id and r.state in ('asked', 'pending'))), 0) as refunding
      from payment p where p.order_id = o.id) money),
  'shipments', (select coalesce(jsonb_agg(jsonb_build_object('carrier', s.carrier, 'trackingNumber', s.tracking_number,
      'trackingUrl', s.tracking_url, 'shippedAt', s.shipped_at,
      'deliveredAt', s.delivered_at) order by s.shipped_at), '[]')
    from shipment s where s.order_id = o.id and s.tracking_number <> ''),
  'events', (select coalesce(jsonb_agg(jsonb_build_object('type', e.type, 'at', e.at, 'amount', e.amount)
      order by e.at, e.id), '[]')
    from order_event e where e.order_id = o.id)
)`;

const row = z.object({ order: orderSchema });

/**
 * Loads orders in one statement. `rest` follows `from "order" o`; its where clause has to restrict them to the caller.
 */
export async function loadOrders(ctx: Context, rest: Prisma.Sql): Promise<Order[]> {
  const rows = await rowsOf(ctx, Prisma.sql`select ${order} as order from "order" o ${rest}`, row);
  return rows.map((found) => found.order);
}

export async function loadOrder(ctx: Context, where: Prisma.Sql): Promise<Order | null> {
  const [found] = await loadOrders(ctx, Prisma.sql`where ${where} limit 1`);
  return found ?? null;
}
