import type { ListedPrice, ListedProduct, ListedVariant } from "#lib/catalog/index.ts";
import { storefrontUrl } from "../project.ts";
import { money } from "../wire/money.ts";
import { localizedText, productTypeId, reference } from "../wire/references.ts";

export type WireVariant = ReturnType<typeof toVariant>;
export type WireProjection = ReturnType<typeof toProjection>;

/** A product as the wire has it (sheet 6). There is one state of its data, so staged and current are the same. */
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

function toVariant(variant: ListedVariant, { image, imageAlt }: ListedProduct) {
  const { number, sku, options, available, prices, chosenPriceId } = variant;
  const chosen = prices.find((price) => price.id === chosenPriceId);
  return {
    id: number,
    sku,
    key: sku,
    prices: prices.map(toPrice),
    ...(chosen && { price: toPrice(chosen) }),
    attributes: Object.entries(options).map(([name, value]) => ({ name, value })),
    images: [
      { url: `${storefrontUrl}${variant.image ?? image}`, dimensions: { w: 800, h: 800 }, label: imageAlt },
    ],
    assets: [],
    availability: { isOnStock: available > 0, availableQuantity: available },
  };
}

function toPrice({ id, amount, currency, country }: ListedPrice) {
  return { id, value: money(amount, currency), ...(country !== null && { country }) };
}
