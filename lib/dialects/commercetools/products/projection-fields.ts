import { productFields } from "#lib/commerce/catalog/index.ts";
import {
  constant,
  emptyList,
  type FieldList,
  listOf,
  objectOf,
  renamed,
  without,
} from "#lib/platform/filter/index.ts";
import { noPriceParts, noVariantParts } from "../query/absent-parts.ts";
import { localized } from "../query/localized.ts";
import { moneyFields } from "../query/money-fields.ts";
import { productTypeId } from "../wire/references.ts";

const { variants, masterVariant, otherVariants } = productFields;

/** The fields for `where` and `sort` of product projections. */
export const projectionFields = {
  id: productFields.id,
  key: productFields.slug,
  version: productFields.version,
  createdAt: productFields.createdAt,
  lastModifiedAt: productFields.updatedAt,
  published: productFields.published,
  productType: objectOf({ id: constant("uuid", productTypeId), typeId: constant("string", "product-type") }),
  name: localized(productFields.name),
  description: localized(productFields.description),
  slug: localized(productFields.slug),
  categories: listOf(objectOf({ ...productFields.category.fields, typeId: constant("string", "category") })),
  priceMode: constant("string", "Embedded"),
  attributes: emptyList,
  hasStagedChanges: constant("boolean", "false"),
  ...without("taxCategory", "state", "reviewRatingStatistics", "categoryOrderHints", "searchKeywords"),
  ...without("metaTitle", "metaDescription", "metaKeywords", "defaultVariant"),
  masterVariant: renamed(masterVariant, variantFields(masterVariant)),
  variants: renamed(otherVariants, variantFields(otherVariants)),
} satisfies FieldList;

/** A variant's fields with their wire names. */
export function variantFields({ fields }: typeof variants) {
  const { number, sku, options, prices, available, isAvailable } = fields;
  const { amount, currency, country, id } = prices.fields;
  return {
    id: number,
    sku,
    key: sku,
    attributes: options,
    assets: emptyList,
    ...noVariantParts,
    prices: renamed(prices, {
      id,
      country,
      value: moneyFields(amount, currency),
      ...noPriceParts,
    }),
    availability: objectOf({
      isOnStock: isAvailable,
      availableQuantity: available,
      ...without("isOnStockInChannels", "channels", "restockableInDays", "id", "version"),
    }),
  } satisfies FieldList;
}
