import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { countedExactly } from "#lib/platform/database/counts.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsPlannedAnew } from "#lib/platform/database/rows.ts";
import { allOf, type Condition, type Listing } from "#lib/platform/filter/index.ts";
import { countMany, countProducts } from "./count-products.ts";
import type { PriceChoice } from "./filter-fields.ts";
import { type ListedProduct, productJson } from "./listed-product.ts";
import { type PriceOrder, pageByPrice, pageOfFewByPrice } from "./page-by-price.ts";

export type ProductQuery = {
  /** Over `productFields`. */
  listing: Listing;
  /** Whether to include unpublished products. */
  unpublished: boolean;
  choice: PriceChoice | null;
  /** Set if the products are sorted by something that no index of products has. */
  by?: { price: PriceOrder } | "score";
};

type Found = { products: ListedProduct[]; total?: number };

/** A page of products. `total` counts all pages, if requested; above 1,000 it may be a minute old. */
export async function findProducts(ctx: Context, query: ProductQuery): Promise<Found> {
  const where = productsWhere(query.listing.where, query.unpublished);
  if (query.by === "score") return findByScore(ctx, where, query);
  if (query.by) return findByPrice(ctx, where, query, query.by.price);
  const page = pageOf(where, query.listing);
  const { products } = await read(ctx, query, page, Prisma.sql`null`);
  return query.listing.withTotal ? { products, total: await countProducts(ctx, where) } : { products };
}

/** The products "p" that match and have variants to show. */
export function productsWhere(where: Condition, unpublished: boolean): Condition {
  return allOf([...(unpublished ? [] : [Prisma.sql`p.published`]), Prisma.sql`p.variant_count > 0`, where]);
}

/** Every match is read for its score anyway, so the total comes from the same statement. */
async function findByScore(ctx: Context, where: Condition, query: ProductQuery): Promise<Found> {
  const { orderBy, limit, offset, withTotal } = query.listing;
  const page = Prisma.sql`page as materialized (
      select p.id, row_number() over (order by ${orderBy}) as place, count(*) over ()::int as total
      from product p where ${where} order by ${orderBy} limit ${limit} offset ${offset}
    )`;
  const { products, total } = await read(ctx, query, page, Prisma.sql`(select max(total) from page)`);
  return withTotal ? { products, total: total ?? (await countProducts(ctx, where)) } : { products };
}

/**
 * A few matches are sorted: they may all be far from the cheapest product, so walking the index of prices could take
 * long. Many are walked.
 */
async function findByPrice(
  ctx: Context,
  where: Condition,
  query: ProductQuery,
  order: PriceOrder,
): Promise<Found> {
  const { limit, offset, withTotal } = query.listing;
  const most = countedExactly;
  const few = pageOfFewByPrice(where, query.choice, { order, limit, offset, most });
  const sorted = await read(ctx, query, few, Prisma.sql`(select count(*)::int from found)`);
  if (sorted.total !== null && sorted.total <= most)
    return { products: sorted.products, ...(withTotal && { total: sorted.total }) };
  const walk = pageByPrice(where, query.choice, { order, limit, offset });
  const { products } = await read(ctx, query, walk, Prisma.sql`null`);
  return withTotal ? { products, total: await countMany(ctx, where) } : { products };
}

/** The ids of a page, with their `place`. Nothing else is read of the products before it. */
function pageOf(where: Condition, { orderBy, limit, offset }: Listing): Prisma.Sql {
  return Prisma.sql`page as (select id, place from unnest(array(
      select p.id from product p where ${where} order by ${orderBy} limit ${limit} offset ${offset}
    )) with ordinality page (id, place))`;
}

const pageRow = z.object({ total: z.int().nullable(), products: z.array(z.custom<ListedProduct>()) });

/** Reads the products of `page`, a common table expression with `id` and `place`, and `total` with them. */
async function read(ctx: Context, { choice }: ProductQuery, page: Prisma.Sql, total: Prisma.Sql) {
  const rows = await rowsPlannedAnew(
    ctx,
    Prisma.sql`with ${page} select ${total} as total, (select coalesce(json_agg(${productJson(choice)} order by page.place), '[]')
      from page join product p using (id)) as products`,
    pageRow,
  );
  return rows[0] ?? { products: [], total: null };
}
