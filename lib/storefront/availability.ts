import type { Product, Variant } from "#lib/commerce/catalog/index.ts";

/** From how many on we say how many are left. */
const fewAtMost = 5;

export type Availability = { state: "soldOut" } | { state: "few"; count: number } | { state: "enough" };

export function availabilityOf({ available }: Pick<Variant, "available">): Availability {
  if (available === 0) return { state: "soldOut" };
  return available <= fewAtMost ? { state: "few", count: available } : { state: "enough" };
}

/** What the catalogue says of a product: sold out when all of it is, else the variant that is nearly gone. */
export function scarcityOf(product: Product): { soldOut: boolean; scarce: Variant | null } {
  const sellable = product.variants.filter((variant) => variant.available > 0);
  const scarce = sellable.find((variant) => availabilityOf(variant).state === "few") ?? null;
  return { soldOut: sellable.length === 0, scarce };
}

/** The price to show for a whole product: its lowest, and whether others are higher. */
export function lowestPrice(product: Product): { variant: Variant | undefined; varies: boolean } {
  const [first, ...others] = product.variants;
  const lowest = others.reduce((low, variant) => (low && variant.price < low.price ? variant : low), first);
  return { variant: lowest, varies: product.variants.some((variant) => variant.price !== lowest?.price) };
}
