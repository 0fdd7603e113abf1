import { type Context, database } from "#lib/platform/context.ts";
import { id as uuid } from "#lib/platform/text.ts";

/** A variant by its SKU, or by product and number; the product's master variant by default. */
export type VariantName = { sku: string } | { productId: string; number?: number | undefined };

export type FoundVariant = { id: string; productId: string; number: number };

/** A variant of a published product, or null. */
export async function findVariant(ctx: Context, name: VariantName): Promise<FoundVariant | null> {
  if ("productId" in name && !uuid.safeParse(name.productId).success) return null;
  const which = "sku" in name ? { sku: name.sku } : { productId: name.productId, number: name.number ?? 1 };
  return database(ctx).productVariant.findFirst({
    where: { ...which, product: { published: true } },
    select: { id: true, productId: true, number: true },
  });
}
