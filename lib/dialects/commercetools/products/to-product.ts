import type { ListedProduct } from "#lib/commerce/catalog/index.ts";
import { toProjection } from "./to-projection.ts";

export type WireProduct = ReturnType<typeof toProduct>;

/** A product in its wire shape, with its one state as the current and the staged one. */
export function toProduct(product: ListedProduct) {
  const { id, version, key, createdAt, lastModifiedAt, productType, priceMode, ...rest } =
    toProjection(product);
  const { published, hasStagedChanges, ...data } = rest;
  return {
    ...{ id, version, key, createdAt, lastModifiedAt, productType, priceMode },
    masterData: { published, hasStagedChanges, current: data, staged: data },
  };
}
