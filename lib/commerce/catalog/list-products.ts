import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { countedExactly } from "#lib/platform/database/counts.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf, rowsPlannedAnew } from "#lib/platform/database/rows.ts";
import { allOf } from "#lib/platform/filter/index.ts";
import { countMany, countProducts } from "./count-products.ts";
import { isSoldIn, type Product, shownProducts } from "./queries.ts";
import type { ProductFilter } from "./schemas.ts";
import { textSearch } from "./text-search.ts";

const row = z.object({ found: z.int(), products: z.array(z.custom<Product>()) });

/**
 * A page of published products. `search` matches words in names, descriptions, categories, SKUs and titles. `total`
 * counts all pages; above 1,000 it may be a minute old.
 */
export async function listProducts(
  ctx: Context,
  filter: ProductFilter,
): Promise<{ products: Product[]; total: number }> {
  const { currency, country, limit, offset } = filter;
  const where = fits(filter);
  // All matches up to the countable ones or, further on, only the page.
  const window =
    offset + limit <= countedExactly
      ? { start: 0, size: countedExactly + 1 }
      : { start: offset, size: limit };
  const page = Prisma.sql`page join product p using (id)`;
  const statement = Prisma.sql`
    with found as (
      select p.id, p.position from product p where ${where} order by p.position, p.id limit ${window.size} offset ${window.start}
    ), page as (select id from found order by position, id limit ${limit} offset ${offset - window.start})
    select (select count(*)::int from found) as found,
      (select coalesce(json_agg(shown.product order by shown.position, shown.id), '[]')
        from (${shownProducts(page, currency, country)}) shown) as products`;
  const rows = await (filter.search ? rowsPlannedAnew : rowsOf)(ctx, statement, row);
  const { found, products } = rows[0] ?? { found: 0, products: [] };
  if (found === window.size) return { products, total: await countMany(ctx, where) };
  const isEnd = found > 0 || window.start === 0;
  return { products, total: isEnd ? window.start + found : await countProducts(ctx, where) };
}

function fits({ currency, country, category, search }: ProductFilter): Prisma.Sql {
  return allOf([
    Prisma.sql`p.published`,
    isSoldIn(currency, country),
    ...(category
      ? [Prisma.sql`p.category_id = (select c.id from category c where c.slug = ${category})`]
      : []),
    ...(search ? [textSearch(search).where] : []),
  ]);
}
