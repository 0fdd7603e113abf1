import {
  absent,
  constant,
  type FieldList,
  objectOf,
  objectWith,
  type Scalar,
} from "#lib/platform/filter/index.ts";
import { initialLineStateId, productTypeId, taxCategoryId } from "../wire/references.ts";

const word = (value: string) => constant("string", value);

export const productType = referenceTo("product-type", constant("uuid", productTypeId));

/** What every cart and order of this shop says in the same way, and what none of them has. */
export const saleConstants: FieldList = {
  taxMode: word("Platform"),
  priceRoundingMode: word("HalfEven"),
  taxRoundingMode: word("HalfEven"),
  taxCalculationMode: word("LineItemLevel"),
  inventoryMode: word("ReserveOnOrder"),
  shippingMode: word("Single"),
  store: objectWith(absent, { typeId: absent, key: absent }),
  customerGroup: objectWith(absent, { typeId: absent, id: absent }),
  businessUnit: objectWith(absent, { typeId: absent, key: absent }),
};

/** The same of their lines. */
export const lineConstants: FieldList = {
  productType,
  priceMode: word("Platform"),
  lineItemMode: word("Standard"),
};

/** The same of how the goods go. */
export const shippingConstants: FieldList = {
  shippingMethodState: word("MatchesCart"),
  taxCategory: referenceTo("tax-category", constant("uuid", taxCategoryId)),
};

export function referenceTo(typeId: string, id: Scalar) {
  return objectWith(id, { typeId: word(typeId), id });
}

/** An amount in minor units, as money on the wire. */
export function moneyFields(centAmount: Scalar, currencyCode: Scalar) {
  return objectOf({ type: word("centPrecision"), currencyCode, centAmount });
}

/** The state of a line: all of it is in the one that there is. */
export function lineState(quantity: Scalar) {
  return objectOf({ quantity, state: referenceTo("state", constant("uuid", initialLineStateId)) });
}
