import { chosenPrice, extremePrice, type PriceChoice, productFields } from "#lib/commerce/catalog/index.ts";
import {
  absent,
  absentOf,
  constant,
  type FieldList,
  objectOf,
  objectWith,
  others,
  renamed,
  type Scalar,
} from "#lib/platform/filter/index.ts";
import { discounted, projectionFields, variantFields } from "./projection-fields.ts";
import type { WireVariant } from "./to-projection.ts";

/** The filterable fields of a search. `variants` includes the master. */
export function searchFields(choice: PriceChoice | null): FieldList {
  return { ...projectionFields, variants: renamed(productFields.variants, searchVariantFields(choice)) };
}

/** Without a price selection there is no scoped price. */
const unpriced = objectWith(absent, { centAmount: absentOf("number"), currencyCode: absent });

/** A variant's price is the shopper's if a currency is selected, otherwise any of its prices. */
export function searchVariantFields(choice: PriceChoice | null): FieldList {
  const fields = {
    ...variantFields(productFields.variants),
    scopedPriceDiscounted: constant("boolean", "false"),
  };
  const { prices } = productFields.variants.fields;
  const { amount, currency, country } = prices.fields;
  if (!choice)
    return {
      ...fields,
      price: renamed(prices, { centAmount: amount, currencyCode: currency, country, discounted }),
      scopedPrice: objectWith(absent, { value: unpriced, currentValue: unpriced, discounted }),
    };
  const amounts = { centAmount: chosenPrice(choice), currencyCode: constant("string", choice.currency) };
  const chosen = objectOf(amounts);
  return {
    ...fields,
    price: objectOf({ ...amounts, discounted }),
    scopedPrice: objectOf({ value: chosen, currentValue: chosen, discounted }),
  };
}

/** A variant as a row for `searchVariantFields`. */
export function searchRow(variant: WireVariant, choice: PriceChoice | null): Record<string, unknown> {
  const chosen = variant.price?.value;
  const listed = variant.prices.map(({ value, country }) => ({ ...value, country }));
  return {
    ...variant,
    scopedPriceDiscounted: false,
    price: choice ? chosen : listed,
    scopedPrice: choice ? { value: chosen, currentValue: chosen } : undefined,
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
    // Products have no manual order within a category, and no ratings.
    categoryOrderHints: objectWith(absent, { [others]: () => absentOf("number") }),
    reviewRatingStatistics: objectWith(absent, { [others]: () => absentOf("number") }),
    lowestPrice: extremePrice("lowest", choice),
    highestPrice: extremePrice("highest", choice),
  };
}
