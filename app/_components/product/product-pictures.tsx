import type { Product } from "#lib/commerce/catalog/index.ts";
import { Picture } from "../picture.tsx";

/** The product's image, or the chosen variant's own (see .variant-view in styles/product.css). */
export function ProductPictures({ product }: { product: Product }) {
  const { image, imageAlt, variants } = product;
  return (
    <div className="overflow-hidden rounded-picture bg-sand">
      {variants.map((variant, index) => (
        <Picture
          key={variant.id}
          src={variant.image ?? image}
          alt={variant.image && variant.image !== image ? `${product.name}, ${variant.title}` : imageAlt}
          size={800}
          loading={index === 0 ? "eager" : "lazy"}
          fetchPriority={index === 0 ? "high" : "auto"}
          data-variant={index + 1}
          className="variant-view aspect-square w-full object-cover"
        />
      ))}
    </div>
  );
}
