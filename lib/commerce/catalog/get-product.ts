import { type Context, database } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/db.ts";
import { notFound } from "#lib/platform/errors.ts";
import { type Product, shownProducts } from "./queries.ts";
import type { ProductHandle } from "./schemas.ts";

/** A published product by its slug. @throws not_found */
export async function getProduct(ctx: Context, handle: ProductHandle): Promise<Product> {
  const found = Prisma.sql`(select * from product where published and slug = ${handle.slug}) p`;
  const [row] = await database(ctx).$queryRaw<{ product: Product }[]>`
    ${shownProducts(found, handle.currency, handle.country)}`;
  if (!row) throw notFound("Product");
  return row.product;
}
