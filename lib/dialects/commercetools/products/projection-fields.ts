import { productFields } from "#lib/commerce/catalog/index.ts";
import {
  absent,
  absentOf,
  constant,
  emptyList,
  type FieldList,
  listOf,
  objectOf,
  objectWith,
  renamed,
} from "#lib/platform/filter/index.ts";
import { localized } from "../query/localized.ts";
import { moneyFields } from "../query/sale-fields.ts";
import { productTypeId } from "../wire/references.ts";

const { variants, masterVariant, otherVariants } = productFields;

/** Of a price; there are no product discounts here. */
export const discounted = objectWith(absent, {
  value: objectWith(absent, { centAmount: absentOf("number"), currencyCode: absent }),
  discount: objectWith(absent, { typeId: absent, id: absent }),
});

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
  attributes: emptyList({ name: absent, value: absent }),
  hasStagedChanges: constant("boolean", "false"),
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
    assets: emptyList({ id: absent, key: absent }),
    prices: renamed(prices, {
      id,
      country,
      value: moneyFields(amount, currency),
      discounted,
    }),
    availability: objectOf({
      isOnStock: isAvailable,
      availableQuantity: available,
      isOnStockInChannels: absent,
    }),
  } satisfies FieldList;
}
