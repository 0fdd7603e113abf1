import type { Product, Variant } from "#lib/commerce/catalog/index.ts";

/** The highest quantity for which the remaining stock is shown. */
const fewAtMost = 5;

type Availability = { state: "soldOut" } | { state: "few"; count: number } | { state: "enough" };

/** What is said about the stock of a variant. */
export function availabilityOf({ available }: Pick<Variant, "available">): Availability {
  if (available === 0) return { state: "soldOut" };
  return available <= fewAtMost ? { state: "few", count: available } : { state: "enough" };
}

/** The product as pages describe it: they do not say how many there are if there are enough. */
export function asShown(product: Product): Product {
  const variants = product.variants.map((variant) => ({
    ...variant,
    available: Math.min(variant.available, fewAtMost + 1),
  }));
  return { ...product, variants };
}

/**
 * A product's scarcity for the catalogue: sold out if all variants are, otherwise the variant that is nearly sold out.
 */
export function scarcityOf(product: Product): { soldOut: boolean; scarce: Variant | null } {
  const sellable = product.variants.filter((variant) => variant.available > 0);
  const scarce = sellable.find((variant) => availabilityOf(variant).state === "few") ?? null;
  return { soldOut: sellable.length === 0, scarce };
}

/** The lowest price of a product, and whether others are higher. */
export function lowestPrice(product: Product): { variant: Variant | undefined; varies: boolean } {
  const [first, ...others] = product.variants;
  const lowest = others.reduce((low, variant) => (low && variant.price < low.price ? variant : low), first);
  return { variant: lowest, varies: product.variants.some((variant) => variant.price !== lowest?.price) };
}
