import { type Context, database } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";
import { type Product, selectProducts } from "./queries.ts";
import type { ProductHandle } from "./schemas.ts";

/** A published product by its slug. @throws not_found */
export async function getProduct(ctx: Context, handle: ProductHandle): Promise<Product> {
  const rows = await database(ctx).$queryRaw<{ product: Product }[]>`
    ${selectProducts(handle.currency, handle.country)} and p.slug = ${handle.slug}`;
  const found = rows[0];
  if (!found) throw notFound("Product");
  return found.product;
}
