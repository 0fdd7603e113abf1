import type { ListedProduct, ListedVariant } from "#lib/commerce/catalog/index.ts";
import { localizedText, productTypeId, reference } from "../wire/references.ts";
import { toWirePrice, toWireVariant } from "../wire/variant.ts";

export type WireVariant = ReturnType<typeof toVariant>;
export type WireProjection = ReturnType<typeof toProjection>;

/** A product in its wire shape. Its data has one state, so staged and current are the same. */
export function toProjection(product: ListedProduct) {
  const { id, version, slug, createdAt, updatedAt, variants } = product;
  const [master, ...others] = variants;
  return {
    id,
    version,
    key: slug,
    createdAt,
    lastModifiedAt: updatedAt,
    productType: reference("product-type", productTypeId),
    name: localizedText(product.name),
    description: localizedText(product.description),
    slug: localizedText(slug),
    categories: [reference("category", product.category.id)],
    categoryOrderHints: {},
    searchKeywords: {},
    hasStagedChanges: false,
    published: product.published,
    masterVariant: toVariant(master, product),
    variants: others.map((variant) => toVariant(variant, product)),
    attributes: [],
    priceMode: "Embedded",
  };
}

function toVariant(variant: ListedVariant, { image, imageAlt, pictures }: ListedProduct) {
  const chosen = variant.prices.find((price) => price.id === variant.chosenPriceId);
  return {
    ...toWireVariant({ ...variant, image: variant.image ?? image, imageAlt, pictures }),
    ...(chosen && { price: toWirePrice(chosen) }),
  };
}
