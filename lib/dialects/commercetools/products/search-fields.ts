import {
  chosenPrice,
  extremeOption,
  extremePrice,
  type PriceChoice,
  productFields,
} from "#lib/commerce/catalog/index.ts";
import {
  constant,
  type FieldList,
  objectOf,
  others,
  renamed,
  type Scalar,
  without,
} from "#lib/platform/filter/index.ts";
import { projectionFields, variantFields } from "./projection-fields.ts";
import type { WireVariant } from "./to-projection.ts";

/** There are no product discounts here. */
const undiscounted = without("discounted");

/** The filterable fields of a search. `variants` includes the master. */
export function searchFields(choice: PriceChoice | null): FieldList {
  return {
    ...projectionFields,
    ...without("stores", "productSelections"),
    variants: renamed(productFields.variants, searchVariantFields(choice)),
  };
}

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
      price: renamed(prices, { centAmount: amount, currencyCode: currency, country, ...undiscounted }),
      // Without a price selection there is no scoped price.
      ...without("scopedPrice"),
    };
  const amounts = { centAmount: chosenPrice(choice), currencyCode: constant("string", choice.currency) };
  const chosen = objectOf(amounts);
  return {
    ...fields,
    price: objectOf({ ...amounts, ...undiscounted }),
    scopedPrice: objectOf({ value: chosen, currentValue: chosen, ...undiscounted }),
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
    ...without("categoryOrderHints", "reviewRatingStatistics"),
    lowestPrice: extremePrice("lowest", choice),
    highestPrice: extremePrice("highest", choice),
    lowestOption: objectOf({ [others]: (name) => extremeOption("lowest", name) }),
    highestOption: objectOf({ [others]: (name) => extremeOption("highest", name) }),
  };
}
