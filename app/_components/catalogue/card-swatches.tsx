import { useTranslations } from "next-intl";
import type { Product } from "#lib/commerce/catalog/index.ts";
import { swatchesOf } from "#lib/storefront/catalogue/swatches.ts";
import { Swatch } from "./swatch.tsx";

/** The colours that a product comes in, if there is a choice. */
export function CardSwatches({ product }: { product: Product }) {
  const t = useTranslations("shop.product");
  const swatches = swatchesOf(product);
  if (swatches.length < 2) return null;
  const names = swatches.map(({ name }) => name).join(", ");
  return (
    <p className="flex gap-1">
      <span className="sr-only">{t("colors", { count: swatches.length, names })}</span>
      {swatches.map(({ name, color }) => (
        <Swatch key={name} color={color} className="size-4" />
      ))}
    </p>
  );
}
