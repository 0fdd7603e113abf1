import { type Context, database } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/db.ts";
import { allOf, type Condition, type Listing } from "#lib/platform/filter/index.ts";
import { countProducts, countSome } from "./count-products.ts";
import type { PriceChoice } from "./filter-fields.ts";
import { type PriceOrder, pageByPrice } from "./page-by-price.ts";
import { availableOf, type ProductPicture, planned, priceOf } from "./queries.ts";

/** Amounts in minor units; a price without a country applies to all. */
export type ListedPrice = { id: string; currency: string; country: string | null; amount: number };

export type ListedVariant = {
  id: string;
  number: number;
  sku: string;
  options: Record<string, string>;
  image: string | null;
  available: number;
  prices: ListedPrice[];
  /** The price that applies to the shopper; null if none was requested or none applies. */
  chosenPriceId: string | null;
};

/** A product with all variants and prices, including unsellable ones. Times are ISO 8601 UTC. */
export type ListedProduct = {
  id: string;
  version: number;
  slug: string;
  name: string;
  description: string;
  image: string;
  imageAlt: string;
  pictures: ProductPicture[];
  published: boolean;
  category: { id: string; slug: string; name: string };
  variants: [ListedVariant, ...ListedVariant[]];
  createdAt: string;
  updatedAt: string;
};

export type ProductQuery = {
  /** Over `productFields`. */
  listing: Listing;
  /** Whether to include unpublished products. */
  unpublished: boolean;
  choice: PriceChoice | null;
  /** Set if that is the listing's order, so that an index can serve it. */
  byPrice?: PriceOrder;
};

/** A page of products. `total` counts all pages, if requested; above 1,000 it may be a minute old. */
export async function findProducts(
  ctx: Context,
  { listing, unpublished, choice, byPrice }: ProductQuery,
): Promise<{ products: ListedProduct[]; total?: number }> {
  const where = productsWhere(listing.where, unpublished);
  const { orderBy, limit, offset } = listing;
  // A few matches are sorted. They may all be far from the cheapest product, so walking the index could take long.
  const walksPrices = byPrice && (await countSome(ctx, where)) === "many";
  const page = walksPrices
    ? Prisma.sql`with ${pageByPrice(where, choice, { order: byPrice, limit, offset })}
        select ${productJson(choice)} as product from page join product p using (id) order by page.place`
    : Prisma.sql`select ${productJson(choice)} as product from product p where ${where}
        order by ${orderBy} limit ${limit} offset ${offset}`;
  const rows = await database(ctx).$queryRaw<{ product: ListedProduct }[]>`${planned} ${page}`;
  const products = rows.map((row) => row.product);
  if (!listing.withTotal) return { products };
  return { products, total: await countProducts(ctx, where) };
}

/** The products "p" that match and have variants to show. */
export function productsWhere(where: Condition, unpublished: boolean): Condition {
  return allOf([...(unpublished ? [] : [Prisma.sql`p.published`]), Prisma.sql`p.variant_count > 0`, where]);
}

const utc = (column: Prisma.Sql) =>
  Prisma.sql`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

function productJson(choice: PriceChoice | null): Prisma.Sql {
  return Prisma.sql`json_build_object(
    'id', p.id, 'version', p.version, 'slug', p.slug, 'name', p.name, 'description', p.description,
    'image', p.image, 'imageAlt', p.image_alt, 'pictures', p.pictures, 'published', p.published,
    'category', (select json_build_object('id', c.id, 'slug', c.slug, 'name', c.name)
      from category c where c.id = p.category_id),
    'createdAt', ${utc(Prisma.sql`p.created_at`)}, 'updatedAt', ${utc(Prisma.sql`p.updated_at`)},
    'variants', (select json_agg(json_build_object(
        'id', v.id, 'number', v.number, 'sku', v.sku, 'options', v.options, 'image', v.image,
        'available', ${availableOf()}, 'prices', ${prices}, 'chosenPriceId', ${chosenPriceId(choice)}) order by v.number)
      from product_variant v where v.product_id = p.id))`;
}

const prices = Prisma.sql`(select coalesce(json_agg(json_build_object(
    'id', r.id, 'currency', r.currency, 'country', r.country, 'amount', r.amount)
  order by r.currency, r.country nulls first), '[]') from price r where r.variant_id = v.id)`;

function chosenPriceId(choice: PriceChoice | null): Prisma.Sql {
  if (!choice) return Prisma.sql`null`;
  return Prisma.sql`(select price.id from ${priceOf(Prisma.sql`${choice.currency}`, Prisma.sql`${choice.country}`)})`;
}
