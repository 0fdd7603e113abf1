import * as z from "zod";
import { availableOf, priceOf } from "#lib/commerce/catalog/index.ts";
import { usedBefore } from "#lib/commerce/discount/index.ts";
import { now } from "#lib/platform/clock.ts";
import type { Context } from "#lib/platform/context.ts";
import { jsonMembers } from "#lib/platform/database/columns-to-sql.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";
import { type Cart, cartSchema, type LineProduct, lineProduct } from "./cart.ts";
import { cartColumns } from "./columns.ts";

// Functions, because the SQL contains the current time.
const lineFields = () => Prisma.sql`
  'variantId', v.id, 'variantNumber', v.number, 'productId', p.id, 'productSlug', p.slug, 'sku', v.sku,
  'name', p.name, 'variantTitle', v.title, 'options', v.options, 'image', coalesce(v.image, p.image), 'imageAlt', p.image_alt,
  'unitPrice', price.amount, 'wasPrice', price.was_amount, 'priceId', price.id, 'priceCountry', price.country,
  'published', p.published, 'available', case when p.published then ${availableOf(Prisma.sql`c.id`)} else 0 end`;

const lines = () => Prisma.sql`(
  select coalesce(json_agg(json_build_object(${lineFields()}, 'id', l.id, 'key', l.key, 'quantity', l.quantity, 'shownPrice', l.unit_price)
    order by l.created_at, l.id), '[]')
  from cart_line l
  join product_variant v on v.id = l.variant_id
  join product p on p.id = v.product_id
  left join ${priceOf(Prisma.sql`c.currency`, Prisma.sql`c.country`)} on true
  where l.cart_id = c.id
)`;

// Uses that are held for others count as used, while they pay.
const usedCount = () => Prisma.sql`d.used_count + (
  select count(*) from coupon_hold h where h.discount_id = d.id and h.cart_id <> c.id and h.expires_at > ${now()})`;

const coupons = () => Prisma.sql`(
  select coalesce(json_agg(json_build_object(
    'id', d.id, 'code', d.code, 'name', d.name, 'kind', d.kind, 'value', d.value, 'currency', d.currency,
    'minimumSpend', d.minimum_spend, 'startsAt', d.starts_at, 'endsAt', d.ends_at, 'usageLimit', d.usage_limit,
    'usedCount', ${usedCount()}, 'oncePerCustomer', d.once_per_customer, 'usedBefore', ${usedBefore()}) order by k.position, k.created_at, d.code), '[]')
  from cart_coupon k join discount d on d.id = k.discount_id
  where k.cart_id = c.id
)`;

// A method that is not available for the cart's country or currency any more counts as not chosen.
const shippingMethod = Prisma.sql`(
  select jsonb_build_object('id', m.id, 'key', m.key, 'name', m.name, 'description', m.description,
    'price', (m.prices ->> c.currency)::bigint, 'minDays', m.min_days, 'maxDays', m.max_days)
  from shipping_method m
  where m.id = c.shipping_method_id and m.active and m.prices ? c.currency
    and (m.countries = '{}' or c.country = any (m.countries))
)`;

const columns = jsonMembers("c", cartColumns);

/** The cart "c" as JSON. */
export const cartJson = (): Prisma.Sql => Prisma.sql`json_build_object(
  ${columns},
  'shippingMethod', ${shippingMethod}, 'lines', ${lines()}, 'coupons', ${coupons()},
  'hasHolds', exists (select 1 from stock_hold h where h.cart_id = c.id and h.expires_at > ${now()}))`;

const cartRow = z.object({ cart: cartSchema });

/**
 * Loads carts in one statement. `rest` follows "from cart c"; its where clause has to restrict them to the caller. If
 * it has the caller's own conditions, `read` is rowsPlannedAnew.
 */
export async function loadCarts(ctx: Context, rest: Prisma.Sql, read = rowsOf): Promise<Cart[]> {
  const rows = await read(ctx, Prisma.sql`select ${cartJson()} as cart from cart c ${rest}`, cartRow);
  return rows.map((row) => row.cart);
}

/** The first of them, or null. */
export async function loadCart(ctx: Context, rest: Prisma.Sql): Promise<Cart | null> {
  const [first] = await loadCarts(ctx, Prisma.sql`${rest} limit 1`);
  return first ?? null;
}

const productsRow = z.object({ products: z.array(lineProduct) });

/** The published variants among `variantIds`, priced for the cart, in one statement. */
export async function loadLineProducts(
  ctx: Context,
  into: Cart,
  variantIds: readonly string[],
): Promise<LineProduct[]> {
  const cart = Prisma.sql`(select ${into.id}::uuid as id, ${into.currency}::text as currency, ${into.country}::text as country)`;
  const rows = await rowsOf(
    ctx,
    Prisma.sql`select ${productsJson(variantIds)} as products from ${cart} c`,
    productsRow,
  );
  return rows.flatMap(({ products }) => products);
}

/** The same as JSON, for a row "c" with the cart's id, currency and country. */
export function productsJson(variantIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`(
    select coalesce(json_agg(json_build_object(${lineFields()})), '[]')
    from product_variant v
    join product p on p.id = v.product_id
    left join ${priceOf(Prisma.sql`c.currency`, Prisma.sql`c.country`)} on true
    where p.published and v.id = any (${variantIds}::uuid[]))`;
}
