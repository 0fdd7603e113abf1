import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { largeCount } from "#lib/platform/database/counts.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsPlannedAnew } from "#lib/platform/database/rows.ts";
import type { Condition } from "#lib/platform/filter/index.ts";
import { countSome } from "./count-products.ts";
import { chosenPrice, type PriceChoice } from "./filter-fields.ts";
import { productsWhere } from "./find-products.ts";
import { availableOf } from "./queries.ts";

// Counts over more than 1,000 products may be a minute old.

/** The products to count, over "product p". */
export type Counted = { where: Condition; unpublished: boolean };
export type Term<T = string> = { term: T; count: number; productCount: number };
export type PriceRange = { from: number | null; to: number | null };
export const everyPrice: PriceRange = { from: null, to: null };
export type PriceStatistics = {
  count: number;
  productCount: number;
  total: number;
  min: number;
  max: number;
  mean: number;
};

/** The number of products per category, largest first. */
export function countByCategory(ctx: Context, counted: Counted): Promise<Term[]> {
  return countedRows<Term>(
    ctx,
    counted,
    Prisma.sql`
    select p.category_id::text as term, count(*)::int as count, count(*)::int as "productCount"
    from ${found(counted)} group by p.category_id order by 2 desc, 1 limit 200`,
  );
}

/** The number of variants per value of an option, largest first. */
export function countByOption(ctx: Context, counted: Counted, option: string): Promise<Term[]> {
  return countedRows<Term>(
    ctx,
    counted,
    Prisma.sql`
    select o.value as term, count(*)::int as count, count(distinct v.product_id)::int as "productCount"
    from ${variantsOf(counted)} cross join jsonb_each_text(v.options) o (name, value)
    where lower(o.name collate "und-x-icu") = ${option.toLowerCase()} group by o.value order by 2 desc, 1 limit 200`,
  );
}

const published = { where: Prisma.sql`true`, unpublished: false };

/** The names of the options that published products have, in alphabetical order. */
export async function listOptionNames(ctx: Context): Promise<string[]> {
  const rows = await countedRows<{ name: string }>(
    ctx,
    published,
    Prisma.sql`
    select distinct o.name from ${variantsOf(published)} cross join jsonb_object_keys(v.options) o (name)
    order by o.name limit 200`,
  );
  return rows.map(({ name }) => name);
}

/** The number of variants per price in minor units, most frequent first; for the shopper, or over all prices. */
export function countByPrice(
  ctx: Context,
  counted: Counted,
  choice: PriceChoice | null,
): Promise<Term<number>[]> {
  return countedRows<Term<number>>(
    ctx,
    counted,
    Prisma.sql`
    select a.amount::float8 as term, count(*)::int as count, count(distinct v.product_id)::int as "productCount"
    from ${variantsOf(counted)} cross join lateral ${amountsOf(choice)} a
    where a.amount is not null group by a.amount order by 2 desc, 1 limit 200`,
  );
}

/** The number of variants that are available, and that are not. */
export function countByStock(ctx: Context, counted: Counted): Promise<Term<boolean>[]> {
  return countedRows<Term<boolean>>(
    ctx,
    counted,
    Prisma.sql`
    select s.term, count(*)::int as count, count(distinct s.product_id)::int as "productCount"
    from (select v.product_id, ${availableOf()} > 0 as term from ${variantsOf(counted)}) s
    group by s.term order by 2 desc, 1 desc`,
  );
}

/** The prices of "product_variant v": the one for the shopper, or all of them. */
function amountsOf(choice: PriceChoice | null): Prisma.Sql {
  return choice
    ? // Selected once for a variant, not for each condition on it.
      Prisma.sql`(select ${chosenPrice(choice).sql} as amount offset 0)`
    : Prisma.sql`(select r.amount from price r where r.variant_id = v.id)`;
}

/** The number of variants of the counted products. */
export async function countVariants(ctx: Context, counted: Counted): Promise<number> {
  const [row] = await countedRows<{ count: number }>(
    ctx,
    counted,
    Prisma.sql`select coalesce(sum(p.variant_count), 0)::int as count from ${found(counted)}`,
  );
  return row?.count ?? 0;
}

/**
 * Price statistics of the variants with prices in each of `ranges` (inclusive); amounts in minor units. Each price is
 * read once, however many ranges there are.
 */
export function priceStatistics(
  ctx: Context,
  counted: Counted,
  ranges: readonly PriceRange[],
  choice: PriceChoice | null,
): Promise<PriceStatistics[]> {
  return countedRows<PriceStatistics>(
    ctx,
    counted,
    Prisma.sql`
    select count(a.amount)::int as count, count(distinct a.product_id)::int as "productCount",
      coalesce(sum(a.amount), 0)::float8 as total, coalesce(min(a.amount), 0)::float8 as min,
      coalesce(max(a.amount), 0)::float8 as max, coalesce(avg(a.amount), 0)::float8 as mean
    from unnest(${ranges.map(({ from }) => from)}::float8[], ${ranges.map(({ to }) => to)}::float8[])
        with ordinality r (lowest, highest, place)
      left join (select v.product_id, a.amount from ${variantsOf(counted)} cross join lateral ${amountsOf(choice)} a
        where a.amount is not null offset 0) a
      on (r.lowest is null or a.amount >= r.lowest) and (r.highest is null or a.amount <= r.highest)
    group by r.place order by r.place`,
  );
}

/** Few products are counted every time, many at most once a minute. */
async function countedRows<Row>(
  ctx: Context,
  { where, unpublished }: Counted,
  counts: Prisma.Sql,
): Promise<Row[]> {
  const run = () => rowsPlannedAnew(ctx, counts, z.custom<Row>());
  const some = await countSome(ctx, productsWhere(where, unpublished));
  return some === "many" ? largeCount(counts, run) : run();
}

function found({ where, unpublished }: Counted): Prisma.Sql {
  return Prisma.sql`product p where ${productsWhere(where, unpublished)}`;
}

function variantsOf(counted: Counted): Prisma.Sql {
  return Prisma.sql`(select p.id from ${found(counted)}) found join product_variant v on v.product_id = found.id`;
}
