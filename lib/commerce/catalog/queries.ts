import { now } from "#lib/platform/clock.ts";
import { Prisma } from "#lib/platform/database/db.ts";

export type Variant = {
  id: string;
  number: number;
  sku: string;
  title: string;
  options: Record<string, string>;
  image: string | null;
  /** Minor units. */
  price: number;
  /** The earlier price of a reduced variant. */
  wasPrice: number | null;
  currency: string;
  /** How many can be sold now, without the stock that other shoppers hold. */
  available: number;
};

/** A picture of a product: a path below /public, and what it shows. */
export type ProductPicture = { src: string; alt: string };

type ProductOption = {
  name: string;
  values: string[];
  /** The colours (#rrggbb) that values are drawn in, where they are colours. */
  swatches?: Record<string, string>;
};

export type Product = {
  id: string;
  slug: string;
  name: string;
  description: string;
  image: string;
  imageAlt: string;
  /** Further pictures, in the order to show them. */
  pictures: ProductPicture[];
  category: { slug: string; name: string };
  options: ProductOption[];
  variants: Variant[];
};

/**
 * The price of `v` for a shopper. A price for the country wins over one for all countries: it comes last in the index of
 * prices, which is read backwards.
 */
export function priceOf(currency: Prisma.Sql, country: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`lateral (
    select p.id, p.amount, p.was_amount, p.country from price p
    where p.variant_id = v.id and p.currency = ${currency} and (p.country is null or p.country = ${country})
    order by coalesce(p.country, '') desc limit 1
  ) price`;
}

/** The available stock of `v`, not counting the holds of the cart `except`. */
export function availableOf(except: Prisma.Sql = Prisma.sql`null::uuid`): Prisma.Sql {
  return Prisma.sql`greatest(0, coalesce((select s.quantity from stock s where s.variant_id = v.id), 0) - coalesce((
    select sum(h.quantity) from stock_hold h
    where h.variant_id = v.id and h.expires_at > ${now()} and h.cart_id is distinct from ${except}
  ), 0))::int`;
}

/** Whether `p` has a variant with a price in `currency` for `country` or for all countries. */
export function isSoldIn(currency: string, country: string): Prisma.Sql {
  return Prisma.sql`p.sold_in && array[${currency}::text, ${currency}::text || ':' || ${country}::text]`;
}

/**
 * The rows `p` of `products` (which follows "from") as a JSON column `product`, with the variants that have a price in
 * `currency`, and `position` and `id` to sort by. Prices and stock are read for these rows only.
 */
export function shownProducts(products: Prisma.Sql, currency: string, country: string): Prisma.Sql {
  return Prisma.sql`
    select json_build_object(
      'id', p.id, 'slug', p.slug, 'name', p.name, 'description', p.description,
      'image', p.image, 'imageAlt', p.image_alt, 'pictures', p.pictures,
      'category', json_build_object('slug', c.slug, 'name', c.name),
      'options', p.options, 'variants', variants.list) as product, p.position, p.id
    from ${products}
    join category c on c.id = p.category_id
    join lateral (
      select json_agg(json_build_object(
        'id', v.id, 'number', v.number, 'sku', v.sku, 'title', v.title, 'options', v.options, 'image', v.image,
        'price', price.amount, 'wasPrice', price.was_amount, 'currency', ${currency}::text,
        'available', ${availableOf()}) order by v.number) as list
      from product_variant v
      join ${priceOf(Prisma.sql`${currency}`, Prisma.sql`${country}`)} on true
      where v.product_id = p.id
    ) variants on variants.list is not null`;
}
