import type { Product } from "#lib/commerce/catalog/index.ts";
import { Price } from "../price.tsx";

/** The price of the chosen variant (see .variant-view in styles/product.css). */
export function VariantPrices({ product }: { product: Product }) {
  return (
    <div className="mt-3 text-2xl font-semibold">
      {product.variants.map(({ id, price, wasPrice, currency }, index) => (
        <p key={id} data-variant={index + 1} className="variant-view">
          <Price amount={price} was={wasPrice} currency={currency} />
        </p>
      ))}
    </div>
  );
}
