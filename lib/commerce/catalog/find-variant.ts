import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";
import { id as uuid } from "#lib/platform/text.ts";

/** A variant by its SKU, or by product and number; the product's master variant by default. */
export type VariantName = { sku: string } | { productId: string; number?: number | undefined };

const foundVariant = z.object({ id: z.string(), productId: z.string(), number: z.int() });
export type FoundVariant = z.output<typeof foundVariant>;

/** A variant of a published product, or null. */
export async function findVariant(ctx: Context, name: VariantName): Promise<FoundVariant | null> {
  if ("productId" in name && !uuid.safeParse(name.productId).success) return null;
  const isNamed =
    "sku" in name
      ? Prisma.sql`v.sku = ${name.sku}`
      : Prisma.sql`v.product_id = ${name.productId}::uuid and v.number = ${name.number ?? 1}`;
  const statement = Prisma.sql`
    select v.id, v.product_id as "productId", v.number from product_variant v
    join product p on p.id = v.product_id and p.published where ${isNamed}`;
  const [found] = await rowsOf(ctx, statement, foundVariant);
  return found ?? null;
}
