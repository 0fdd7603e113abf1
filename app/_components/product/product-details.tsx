import { useTranslations } from "next-intl";
import type { Product } from "#lib/commerce/catalog/index.ts";
import { Picture } from "../picture.tsx";

/** The product's further pictures, two beside each other. */
export function ProductDetails({ pictures }: Pick<Product, "pictures">) {
  const t = useTranslations("shop.product");
  if (pictures.length === 0) return null;
  return (
    <ul aria-label={t("pictures")} className="grid grid-cols-2 gap-3 sm:gap-4">
      {pictures.map(({ src, alt }) => (
        <li key={src} className="overflow-hidden rounded-picture bg-sand">
          <Picture
            src={src}
            alt={alt}
            size={800}
            loading="lazy"
            className="aspect-square w-full object-cover"
          />
        </li>
      ))}
    </ul>
  );
}
