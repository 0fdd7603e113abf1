import { Prisma } from "#lib/platform/database/db.ts";
import type { PriceChoice } from "./filter-fields.ts";
import { availableOf, type ProductPicture, priceOf } from "./queries.ts";

/** Amounts in minor units; a price without a country applies to all. */
type ListedPrice = { id: string; currency: string; country: string | null; amount: number };

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

const utc = (column: Prisma.Sql) =>
  Prisma.sql`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The product "p" as a `ListedProduct`, in JSON. */
export function productJson(choice: PriceChoice | null): Prisma.Sql {
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
