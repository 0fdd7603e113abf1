import { storefrontUrl } from "../project.ts";
import { money } from "./money.ts";

/** Minor units; without a country it applies to all. */
type Price = { id: string; amount: number; currency: string; country?: string | null };

type Variant = {
  number: number;
  sku: string;
  options: Record<string, string>;
  image: string | null;
  imageAlt?: string;
  /** The product's further pictures. Absent for sold variants. */
  pictures?: readonly { src: string; alt: string }[];
  prices: readonly Price[];
  /** Absent for sold variants. */
  available?: number;
};

/** A variant of a product or a line. */
export function toWireVariant({
  number,
  sku,
  options,
  image,
  imageAlt,
  pictures = [],
  prices,
  available,
}: Variant) {
  return {
    id: number,
    sku,
    key: sku,
    prices: prices.map(toWirePrice),
    attributes: Object.entries(options).map(([name, value]) => ({ name, value })),
    images: [
      ...(image ? [toWireImage(image, imageAlt)] : []),
      ...pictures.map(({ src, alt }) => toWireImage(src, alt)),
    ],
    assets: [],
    ...(available !== undefined && {
      availability: { isOnStock: available > 0, availableQuantity: available },
    }),
  };
}

function toWireImage(path: string, label?: string) {
  const dimensions = { w: 800, h: 800 };
  return { url: `${storefrontUrl}${path}`, dimensions, ...(label !== undefined && { label }) };
}

/** A price as it goes out. */
export function toWirePrice({ id, amount, currency, country }: Price) {
  return { id, value: money(amount, currency), ...(country && { country }) };
}
