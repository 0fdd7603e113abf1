import { details } from "./details.ts";

/**
 * A price in minor units; without a country it applies to all. `wasAmount` is the earlier price of a reduced variant.
 */
export type PriceSeed = { currency: "USD" | "EUR"; amount: number; country?: string; wasAmount?: number };

/** An option as the catalogue stores it: see Product.options in the schema. */
type OptionSeed = { name: string; values: string[]; swatches?: Record<string, string> };

type VariantSeed = {
  sku: string;
  /** What distinguishes this variant from its siblings; for a product without options, its size or make. */
  title: string;
  options: Record<string, string>;
  /** Name of the picture in public/products; the product's own by default. */
  image?: string;
  stock: number;
  prices: PriceSeed[];
};

type ProductSeed = {
  slug: string;
  name: string;
  description: string;
  /** What the picture public/products/<slug>.svg shows. */
  imageAlt: string;
  /** Position on the home page, where categories are mixed. */
  position: number;
  options: OptionSeed[];
  variants: [VariantSeed, ...VariantSeed[]];
};

export type CategorySeed = { slug: string; name: string; products: ProductSeed[] };

const shades = {
  Clay: "#b5573a",
  Cream: "#efe6d3",
  Ink: "#3b4654",
  Marsh: "#2f5d50",
  Natural: "#d9c9a6",
  Oak: "#c79a63",
  Oat: "#dccfb4",
  Sand: "#d8c6a4",
  Sea: "#6893a3",
  Walnut: "#6b4630",
  Zinc: "#a3adb2",
};

/** An option whose values are colours, to be drawn as such. */
export function inColors(name: string, values: (keyof typeof shades)[]): OptionSeed {
  return { name, values, swatches: Object.fromEntries(values.map((value) => [value, shades[value]])) };
}

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

/** Browsers keep a picture forever (see next.config.ts): raise this when one is redrawn. */
const edition = 1;

/** Where the shop serves a picture from. */
export function picture(name: string): string {
  return `/products/${name}.svg?v=${edition}`;
}

/** The further pictures of a product. */
export function picturesOf(slug: string): { src: string; alt: string }[] {
  return (details[slug] ?? []).map(([x, y, side, alt]) => ({
    src: `${picture(slug)}#svgView(viewBox(${x},${y},${side},${side}))`,
    alt,
  }));
}
