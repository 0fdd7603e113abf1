import { chosenPrice, extremePrice, type PriceChoice, productFields } from "#lib/commerce/catalog/index.ts";
import { type FieldList, objectOf, renamed, type Scalar } from "#lib/platform/filter/index.ts";
import { projectionFields, variantFields } from "./projection-fields.ts";
import type { WireVariant } from "./to-projection.ts";

/** The filterable fields of a search. `variants` includes the master. */
export function searchFields(choice: PriceChoice | null): FieldList {
  return { ...projectionFields, variants: renamed(productFields.variants, searchVariantFields(choice)) };
}

/** A variant's price is the shopper's if a currency is selected, otherwise any of its prices. */
export function searchVariantFields(choice: PriceChoice | null): FieldList {
  const fields = variantFields(productFields.variants);
  const { prices } = productFields.variants.fields;
  const { amount, currency, country } = prices.fields;
  if (!choice)
    return { ...fields, price: renamed(prices, { centAmount: amount, currencyCode: currency, country }) };
  const centAmount = objectOf({ centAmount: chosenPrice(choice) });
  return {
    ...fields,
    price: centAmount,
    scopedPrice: objectOf({ value: centAmount, currentValue: centAmount }),
  };
}

/** A variant as a row for `searchVariantFields`. */
export function searchRow(variant: WireVariant, choice: PriceChoice | null): Record<string, unknown> {
  const chosen = variant.price && { centAmount: variant.price.value.centAmount };
  const listed = variant.prices.map(({ value, country }) => ({ ...value, country }));
  return {
    ...variant,
    price: choice ? chosen : listed,
    scopedPrice: { value: chosen, currentValue: chosen },
  };
}

/** The sortable fields of a search; without search words there is no score. */
export function searchSortFields(choice: PriceChoice | null, score: Scalar | null): FieldList {
  const { id, key, createdAt, lastModifiedAt, name, slug } = projectionFields;
  return {
    id,
    key,
    createdAt,
    lastModifiedAt,
    name,
    slug,
    ...(score && { score }),
    position: productFields.position,
    lowestPrice: extremePrice("lowest", choice),
    highestPrice: extremePrice("highest", choice),
  };
}
