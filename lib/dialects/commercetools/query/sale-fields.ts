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

/** Fields with the same value in every cart and order of this shop, and fields that none has. */
export const saleConstants: FieldList = {
  taxMode: word("Platform"),
  priceRoundingMode: word("HalfEven"),
  taxRoundingMode: word("HalfUp"),
  taxCalculationMode: word("LineItemLevel"),
  inventoryMode: word("ReserveOnOrder"),
  shippingMode: word("Single"),
  store: objectWith(absent, { typeId: absent, key: absent }),
  customerGroup: objectWith(absent, { typeId: absent, id: absent }),
  businessUnit: objectWith(absent, { typeId: absent, key: absent }),
};

/** The same for their lines. */
export const lineConstants: FieldList = {
  productType,
  priceMode: word("Platform"),
  lineItemMode: word("Standard"),
};

/** The same for their shipping. */
export const shippingConstants: FieldList = {
  shippingMethodState: word("MatchesCart"),
  taxCategory: referenceTo("tax-category", constant("uuid", taxCategoryId)),
};

export function referenceTo(typeId: string, id: Scalar) {
  return objectWith(id, { typeId: word(typeId), id });
}

/** The wire fields of an amount in minor units. */
export function moneyFields(centAmount: Scalar, currencyCode: Scalar) {
  return objectOf({ type: word("centPrecision"), currencyCode, centAmount });
}

/** The state of a line: there is one, for the whole quantity. */
export function lineState(quantity: Scalar) {
  return objectOf({ quantity, state: referenceTo("state", constant("uuid", initialLineStateId)) });
}
