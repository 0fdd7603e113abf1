/**
 * A price in minor units; without a country it applies to all. `wasAmount` is the earlier price of a reduced variant.
 */
export type PriceSeed = { currency: "USD" | "EUR"; amount: number; country?: string; wasAmount?: number };

export type VariantSeed = {
  sku: string;
  /** What distinguishes this variant from its siblings; for a product without options, its size or make. */
  title: string;
  options: Record<string, string>;
  /** Name of the picture in public/products; the product's own by default. */
  image?: string;
  stock: number;
  prices: PriceSeed[];
};

export type ProductSeed = {
  slug: string;
  name: string;
  description: string;
  /** What the picture public/products/<slug>.svg shows. */
  imageAlt: string;
  /** Position on the home page, where categories are mixed. */
  position: number;
  options: { name: string; values: string[] }[];
  variants: [VariantSeed, ...VariantSeed[]];
};

export type CategorySeed = { slug: string; name: string; products: ProductSeed[] };

/** A price in dollars for every country. Cents. */
export function usd(amount: number, wasAmount?: number): PriceSeed {
  return { currency: "USD", amount, ...(wasAmount === undefined ? {} : { wasAmount }) };
}

/** A price in euros for every country. Cents. */
export function eur(amount: number, wasAmount?: number): PriceSeed {
  return { currency: "EUR", amount, ...(wasAmount === undefined ? {} : { wasAmount }) };
}

/** A variant of a product without options. */
export function only(sku: string, title: string, stock: number, prices: PriceSeed[]): VariantSeed {
  return { sku, title, options: {}, stock, prices };
}

/** A variant named after its options: { Wood: "Oak", Size: "Large" } is "Oak / Large". */
export function variant(
  sku: string,
  options: Record<string, string>,
  stock: number,
  prices: PriceSeed[],
  image?: string,
): VariantSeed {
  const title = Object.values(options).join(" / ");
  return { sku, title, options, stock, prices, ...(image === undefined ? {} : { image }) };
}

/** Where the shop serves a picture from. */
export function picture(name: string): string {
  return `/products/${name}.svg`;
}
