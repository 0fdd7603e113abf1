import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";
import { notFound } from "#lib/platform/errors.ts";
import { type Product, shownProducts } from "./queries.ts";
import type { ProductHandle } from "./schemas.ts";

const row = z.object({ product: z.custom<Product>() });

/** A published product by its slug. @throws not_found */
export async function getProduct(ctx: Context, handle: ProductHandle): Promise<Product> {
  const found = Prisma.sql`(select * from product where published and slug = ${handle.slug}) p`;
  const [shown] = await rowsOf(ctx, shownProducts(found, handle.currency, handle.country), row);
  if (!shown) throw notFound("Product");
  return shown.product;
}
