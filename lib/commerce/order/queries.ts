import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/db.ts";
import { rowsOf } from "#lib/platform/rows.ts";
import type { Order } from "./order.ts";

const utc = (column: Prisma.Sql) =>
  Prisma.sql`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const order = Prisma.sql`jsonb_build_object(
  'id', o.id, 'version', o.version, 'orderNumber', o.order_number, 'merchantNumber', o.merchant_number,
  'origin', o.origin, 'purchaseOrderNumber', o.purchase_order_number,
  'cartId', o.cart_id, 'userId', o.user_id, 'anonymousId', o.anonymous_id,
  'status', o.status, 'paymentStatus', o.payment_status, 'fulfillmentStatus', o.fulfillment_status,
  'shipmentState', o.shipment_state,
  'currency', o.currency, 'country', o.country, 'locale', o.locale,
  'email', o.email, 'contactName', o.contact_name, 'phone', o.phone,
  'shippingAddress', o.shipping_address, 'billingAddress', o.billing_address, 'shippingMethod', o.shipping_method,
  'coupons', o.coupons, 'taxIncluded', o.tax_included, 'taxRate', o.tax_rate,
  'totals', jsonb_build_object('subtotal', o.subtotal, 'discount', o.discount, 'shipping', o.shipping, 'tax', o.tax, 'total', o.total),
  'placedAt', ${utc(Prisma.sql`o.placed_at`)}, 'updatedAt', ${utc(Prisma.sql`o.updated_at`)},
  'cancelledAt', ${utc(Prisma.sql`o.cancelled_at`)}
) || jsonb_build_object(
  'lines', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'key', l.key, 'variantId', l.variant_id, 'variantNumber', v.number,
      'productId', l.product_id,
      'sku', l.sku, 'name', l.name, 'variantTitle', l.variant_title, 'options', v.options, 'image', l.image, 'quantity', l.quantity,
      'unitPrice', l.unit_price, 'lineTotal', l.line_total, 'discount', l.discount, 'tax', l.tax) order by l.position), '[]')
    from order_line l join product_variant v on v.id = l.variant_id where l.order_id = o.id),
  'payment', (select jsonb_build_object('provider', p.provider, 'method', p.method, 'status', p.status)
    from payment p where p.order_id = o.id order by p.created_at desc limit 1),
  'shipments', (select coalesce(jsonb_agg(jsonb_build_object('carrier', s.carrier, 'trackingNumber', s.tracking_number,
      'trackingUrl', s.tracking_url, 'shippedAt', ${utc(Prisma.sql`s.shipped_at`)},
      'deliveredAt', ${utc(Prisma.sql`s.delivered_at`)}) order by s.shipped_at), '[]')
    from shipment s where s.order_id = o.id and s.tracking_number <> ''),
  'events', (select coalesce(jsonb_agg(jsonb_build_object('type', e.type, 'at', ${utc(Prisma.sql`e.at`)}, 'note', e.note)
      order by e.at, e.id), '[]')
    from order_event e where e.order_id = o.id)
)`;

// What PostgreSQL builds above is an Order; a row that holds none is a mistake in the statement.
const row = z.object({ order: z.custom<Order>((value) => typeof value === "object" && value !== null) });

/**
 * The orders that `rest` finds, whole, in one statement. `rest` follows `from "order" o`:
 * its where clause holds who may see them.
 */
export async function loadOrders(ctx: Context, rest: Prisma.Sql): Promise<Order[]> {
  const rows = await rowsOf(ctx, Prisma.sql`select ${order} as order from "order" o ${rest}`, row);
  return rows.map((found) => found.order);
}

export async function loadOrder(ctx: Context, where: Prisma.Sql): Promise<Order | null> {
  const [found] = await loadOrders(ctx, Prisma.sql`where ${where} limit 1`);
  return found ?? null;
}
