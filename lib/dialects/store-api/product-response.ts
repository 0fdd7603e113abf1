import * as z from "zod";
import type { Product } from "#lib/commerce/catalog/index.ts";

export const productResponse = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    image: z.string(),
    category: z.object({ slug: z.string(), name: z.string() }),
    options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
    variants: z.array(
      z.object({
        id: z.uuid(),
        sku: z.string(),
        title: z.string(),
        options: z.record(z.string(), z.string()),
        image: z.string().nullable(),
        price: z.int().meta({ description: "Minor units" }),
        wasPrice: z.int().nullable(),
        currency: z.string(),
        available: z.boolean(),
      }),
    ),
  })
  .meta({ id: "Product" });

type ProductResponse = z.input<typeof productResponse>;

/** A product in the store API. Prices are in minor units. */
export function toProductResponse({
  id,
  slug,
  name,
  description,
  image,
  category,
  options,
  variants,
}: Product): ProductResponse {
  return {
    id,
    slug,
    name,
    description,
    image,
    category,
    options: options.map(({ name, values }) => ({ name, values })),
    variants: variants.map((variant) => ({
      id: variant.id,
      sku: variant.sku,
      title: variant.title,
      options: variant.options,
      image: variant.image,
      price: variant.price,
      wasPrice: variant.wasPrice,
      currency: variant.currency,
      available: variant.available > 0,
    })),
  };
}
