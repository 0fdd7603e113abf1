import { type Context, database } from "#lib/context.ts";
import { Prisma } from "#lib/db.ts";
import { type Product, selectProducts } from "./queries.ts";
import type { ProductFilter } from "./schemas.ts";

type Row = { product: Product; total: number };

/** One page of published products. `search` looks in names and descriptions; `total` counts all pages. */
export async function listProducts(
  ctx: Context,
  filter: ProductFilter,
): Promise<{ products: Product[]; total: number }> {
  const rows = await database(ctx).$queryRaw<Row[]>`
    ${selectProducts(filter.currency, filter.country)}
    ${filter.category ? Prisma.sql`and c.slug = ${filter.category}` : Prisma.empty}
    ${filter.search ? matching(filter.search) : Prisma.empty}
    order by p.position, p.id limit ${filter.limit} offset ${filter.offset}`;
  const total = rows[0]?.total ?? (filter.offset === 0 ? 0 : await countFrom(ctx, filter));
  return { products: rows.map((row) => row.product), total };
}

/** A page past the end has no row to carry the total. */
async function countFrom(ctx: Context, filter: ProductFilter): Promise<number> {
  return (await listProducts(ctx, { ...filter, limit: 1, offset: 0 })).total;
}

function matching(search: string): Prisma.Sql {
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`and (p.name ilike ${pattern} or p.description ilike ${pattern} or c.name ilike ${pattern})`;
}
