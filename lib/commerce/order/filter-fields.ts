import { sharedFields } from "#lib/commerce/cart/index.ts";
import { filtersOf } from "#lib/platform/database/columns-to-sql.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { madeAtSql } from "#lib/platform/database/made-at.ts";
import { type Collection, type FieldList, optionsOf } from "#lib/platform/filter/index.ts";
import { orderColumns } from "./columns.ts";

/** The part of the tax that is not on the lines. */
const shippingTax = Prisma.sql`(o.tax - (select coalesce(sum(l.tax), 0) from order_line l where l.order_id = o.id))`;

/** The coupons of an order that took something off, and how much in minor units. */
function couponsFor(which: Prisma.Sql) {
  return {
    type: "collection",
    rows: Prisma.sql`discount_usage u join discount d on d.id = u.discount_id where u.order_id = o.id and ${which}`,
    fields: {
      id: { type: "uuid", sql: Prisma.sql`u.discount_id` },
      amount: { type: "number", sql: Prisma.sql`u.amount` },
    },
  } satisfies Collection;
}

/** The filterable fields of orders, over `"order" o`. Amounts in minor units. */
export const orderFields = {
  ...filtersOf("o", orderColumns),
  /** The merchant's number if set, otherwise the shop's. */
  number: { type: "string", sql: Prisma.sql`coalesce(o.merchant_number, o.order_number)` },
  ...sharedFields("o"),
  placedAt: { type: "date", sql: Prisma.sql`o.placed_at`, required: true },
  updatedAt: { type: "date", sql: Prisma.sql`o.updated_at`, required: true },
  total: { type: "number", sql: Prisma.sql`o.total` },
  tax: { type: "number", sql: Prisma.sql`o.tax` },
  /** Total without tax. */
  net: { type: "number", sql: Prisma.sql`o.total - o.tax` },
  discount: { type: "number", sql: Prisma.sql`nullif(o.discount, 0)` },
  /** The tax rate as a part of 1. */
  taxRate: { type: "number", sql: Prisma.sql`(o.tax_rate / 10000.0)` },
  taxIncluded: { type: "boolean", sql: Prisma.sql`o.tax_included` },
  /** "included" in prices, or "added" to them. */
  taxKind: { type: "string", sql: Prisma.sql`case when o.tax_included then 'included' else 'added' end` },
  /** The number of pieces. */
  quantity: {
    type: "number",
    sql: Prisma.sql`(select sum(l.quantity) from order_line l where l.order_id = o.id)`,
  },
  /** When the order was delivered or cancelled. */
  completedAt: {
    type: "date",
    sql: Prisma.sql`coalesce(o.cancelled_at, case when o.status = 'delivered' then o.updated_at end)`,
  },
  shippingMethod: {
    type: "object",
    // An order that was shipped without a method has an empty one.
    sql: Prisma.sql`coalesce(o.shipping_method, (select '{}'::jsonb from shipment s where s.order_id = o.id limit 1))`,
    fields: {
      id: { type: "uuid", sql: Prisma.sql`(o.shipping_method ->> 'id')::uuid` },
      name: { type: "string", sql: Prisma.sql`o.shipping_method ->> 'name'` },
      price: { type: "number", sql: Prisma.sql`(o.shipping_method ->> 'price')::bigint` },
      /** Null if no coupon has reduced it. */
      reducedPrice: {
        type: "number",
        sql: Prisma.sql`nullif(o.shipping, (o.shipping_method ->> 'price')::bigint)`,
      },
      tax: { type: "number", sql: shippingTax },
      taxRate: {
        type: "number",
        sql: Prisma.sql`case when ${shippingTax} > 0 then o.tax_rate / 10000.0 else 0 end`,
      },
      net: {
        type: "number",
        sql: Prisma.sql`(o.shipping - case when o.tax_included then ${shippingTax} else 0 end)`,
      },
      gross: {
        type: "number",
        sql: Prisma.sql`(o.shipping + case when o.tax_included then 0 else ${shippingTax} end)`,
      },
    },
  },
  paymentId: {
    type: "uuid",
    sql: Prisma.sql`(select p.id from payment p where p.order_id = o.id order by p.created_at limit 1)`,
  },
  payments: {
    type: "collection",
    rows: Prisma.sql`payment p where p.order_id = o.id`,
    fields: { id: { type: "uuid", sql: Prisma.sql`p.id` } },
  },
  coupons: couponsFor(Prisma.sql`true`),
  goodsCoupons: couponsFor(Prisma.sql`d.kind <> 'free_shipping'`),
  shippingCoupons: couponsFor(Prisma.sql`d.kind = 'free_shipping'`),
  shipments: {
    type: "collection",
    rows: Prisma.sql`shipment s where s.order_id = o.id`,
    fields: {
      id: { type: "uuid", sql: Prisma.sql`s.id` },
      shippedAt: { type: "date", sql: Prisma.sql`s.shipped_at` },
      carrier: { type: "string", sql: Prisma.sql`nullif(s.carrier, '')` },
      trackingNumber: { type: "string", sql: Prisma.sql`nullif(s.tracking_number, '')` },
      lines: {
        type: "collection",
        rows: Prisma.sql`jsonb_to_recordset(s.lines) sent ("lineId" uuid, quantity int) where true`,
        fields: {
          lineId: { type: "uuid", sql: Prisma.sql`sent."lineId"` },
          quantity: { type: "number", sql: Prisma.sql`sent.quantity` },
        },
      },
    },
  },
  /** As shown in its country: with tax if prices include it, without if not. */
  shownTotal: {
    type: "number",
    sql: Prisma.sql`(o.total - case when o.tax_included then 0 else o.tax end)`,
  },
  lines: {
    type: "collection",
    rows: Prisma.sql`order_line l join product_variant v on v.id = l.variant_id where l.order_id = o.id`,
    fields: {
      id: { type: "uuid", sql: Prisma.sql`l.id` },
      addedAt: { type: "date", sql: madeAtSql(Prisma.sql`l.id`) },
      key: { type: "string", sql: Prisma.sql`l.key` },
      productId: { type: "uuid", sql: Prisma.sql`l.product_id` },
      name: { type: "string", sql: Prisma.sql`l.name` },
      variantNumber: { type: "number", sql: Prisma.sql`v.number` },
      sku: { type: "string", sql: Prisma.sql`l.sku` },
      quantity: { type: "number", sql: Prisma.sql`l.quantity` },
      unitPrice: { type: "number", sql: Prisma.sql`l.unit_price` },
      lineTotal: { type: "number", sql: Prisma.sql`l.line_total` },
      tax: { type: "number", sql: Prisma.sql`l.tax` },
      net: {
        type: "number",
        sql: Prisma.sql`(l.line_total - l.discount - case when o.tax_included then l.tax else 0 end)`,
      },
      gross: {
        type: "number",
        sql: Prisma.sql`(l.line_total - l.discount + case when o.tax_included then 0 else l.tax end)`,
      },
      options: optionsOf(Prisma.sql`v.options`),
    },
  },
} satisfies FieldList;
