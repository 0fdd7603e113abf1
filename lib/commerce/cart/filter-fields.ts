import { priceOf } from "#lib/commerce/catalog/index.ts";
import { filtersOf } from "#lib/platform/database/columns-to-sql.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { madeAtSql } from "#lib/platform/database/made-at.ts";
import { type FieldList, optionsOf } from "#lib/platform/filter/index.ts";
import { cartColumns, type Sums } from "./columns.ts";
import { sharedFields } from "./shared-filter-fields.ts";
import { countriesTaxedOnTop } from "./totals/tax.ts";

/**
 * The current price; a line that is ordered, or not sold in this currency and country, keeps the price that was shown.
 */
const unitPrice = Prisma.sql`case when c.status = 'ordered' then l.unit_price else coalesce((
  select price.amount from ${priceOf(Prisma.sql`c.currency`, Prisma.sql`c.country`)}), l.unit_price) end`;

/** An amount as last shown: see Sums. */
function shown(name: keyof Sums): Prisma.Sql {
  return Prisma.sql`(c.shown ->> ${name}::text)::bigint`;
}

const taxOnTop = Prisma.sql`case when c.country = any (${countriesTaxedOnTop}::text[]) then ${shown("tax")} else 0 end`;

/** A part of the shipping method as text; an ordered cart keeps what was chosen. */
function ofMethod(name: "id" | "name" | "price", current: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(case when c.status = 'ordered'
    then (select o.shipping_method ->> ${name}::text from "order" o where o.cart_id = c.id) else ${current} end)`;
}

function ofCurrentMethod(part: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select ${part} from shipping_method m where m.id = c.shipping_method_id)`;
}

/** The filterable fields of carts, over "cart c". */
export const cartFields = {
  ...filtersOf("c", cartColumns),
  ...sharedFields("c"),
  /** The total at the last change, in minor units. The current total is computed, not stored. */
  totalPrice: { type: "number", sql: Prisma.sql`c.total_price` },
  /** The total with and without tax, as last shown; null without a shipping address. */
  taxed: {
    type: "object",
    sql: Prisma.sql`case when c.shipping_address is not null then c.shown end`,
    fields: {
      gross: { type: "number", sql: shown("total") },
      net: { type: "number", sql: Prisma.sql`(${shown("total")} - ${shown("tax")})` },
      tax: { type: "number", sql: shown("tax") },
    },
  },
  /** What coupons took off the goods, as last shown; null if nothing. */
  discount: {
    type: "number",
    sql: Prisma.sql`nullif(${shown("lines")} + ${shown("shipping")} + ${taxOnTop} - ${shown("total")}, 0)`,
  },
  shippingMethod: {
    type: "object",
    sql: ofMethod("id", Prisma.sql`c.shipping_method_id::text`),
    fields: {
      id: { type: "uuid", sql: Prisma.sql`${ofMethod("id", Prisma.sql`c.shipping_method_id::text`)}::uuid` },
      name: { type: "string", sql: ofMethod("name", ofCurrentMethod(Prisma.sql`m.name`)) },
      price: {
        type: "number",
        sql: Prisma.sql`${ofMethod("price", ofCurrentMethod(Prisma.sql`m.prices ->> c.currency`))}::bigint`,
      },
    },
  },
  /** The number of pieces; null without lines. */
  quantity: {
    type: "number",
    sql: Prisma.sql`(select sum(l.quantity) from cart_line l where l.cart_id = c.id)`,
  },
  lines: {
    type: "collection",
    rows: Prisma.sql`cart_line l join product_variant v on v.id = l.variant_id join product p on p.id = v.product_id
      where l.cart_id = c.id`,
    fields: {
      id: { type: "uuid", sql: Prisma.sql`l.id` },
      addedAt: { type: "date", sql: madeAtSql(Prisma.sql`l.id`) },
      key: { type: "string", sql: Prisma.sql`l.key` },
      productId: { type: "uuid", sql: Prisma.sql`v.product_id` },
      productSlug: { type: "string", sql: Prisma.sql`p.slug` },
      name: { type: "string", sql: Prisma.sql`p.name` },
      variantNumber: { type: "number", sql: Prisma.sql`v.number` },
      sku: { type: "string", sql: Prisma.sql`v.sku` },
      quantity: { type: "number", sql: Prisma.sql`l.quantity` },
      unitPrice: { type: "number", sql: unitPrice },
      lineTotal: { type: "number", sql: Prisma.sql`${unitPrice} * l.quantity` },
      options: optionsOf(Prisma.sql`v.options`),
    },
  },
  coupons: {
    type: "collection",
    rows: Prisma.sql`cart_coupon k join discount d on d.id = k.discount_id where k.cart_id = c.id`,
    fields: {
      id: { type: "uuid", sql: Prisma.sql`d.id` },
      code: { type: "string", sql: Prisma.sql`d.code` },
    },
  },
} satisfies FieldList;
