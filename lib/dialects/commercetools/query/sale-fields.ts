import {
  type AddressField,
  absent,
  absentOf,
  type Collection,
  constant,
  emptyList,
  type FieldList,
  type ObjectField,
  objectOf,
  objectWith,
  others,
  type Scalar,
  worded,
} from "#lib/platform/filter/index.ts";
import { initialLineStateId, productTypeId, taxCategoryId } from "../wire/references.ts";
import { origins } from "../wire/sale.ts";
import { shippingAddressFields } from "../wire/shipping-address.ts";
import { wireAddress } from "./address-fields.ts";
import { localized } from "./localized.ts";
import { wordsOf } from "./words-of.ts";

/** The fields of a reference that no resource has. */
export const noReference = { typeId: absent, id: absent } satisfies FieldList;

/** Custom fields have any name, and no resource has them. */
export const noCustomFields = objectWith(absent, {
  type: objectWith(absent, { ...noReference, key: absent }),
  fields: objectWith(absent, { [others]: () => absent }),
});

const word = (value: string) => constant("string", value);

export const productType = referenceTo("product-type", constant("uuid", productTypeId));

/** Fields with the same value in every cart and order of this shop, and fields that none has. */
const saleConstants: FieldList = {
  taxMode: word("Platform"),
  priceRoundingMode: word("HalfEven"),
  taxRoundingMode: word("HalfUp"),
  taxCalculationMode: word("LineItemLevel"),
  inventoryMode: word("ReserveOnOrder"),
  shippingMode: word("Single"),
  store: objectWith(absent, { typeId: absent, key: absent }),
  customerGroup: objectWith(absent, { typeId: absent, id: absent }),
  businessUnit: objectWith(absent, { typeId: absent, key: absent }),
  customLineItems: emptyList({ id: absent, key: absent, slug: absent, quantity: absentOf("number") }),
  shipping: emptyList({ shippingKey: absent }),
  itemShippingAddresses: emptyList({ id: absent, key: absent, country: absent }),
  directDiscounts: emptyList({ id: absent }),
  refusedGifts: emptyList(noReference),
  custom: noCustomFields,
};

/** The same for their lines. */
const lineConstants: FieldList = {
  productType,
  priceMode: word("Platform"),
  lineItemMode: word("Standard"),
  discountedPricePerQuantity: emptyList({ quantity: absentOf("number") }),
  taxedPricePortions: emptyList({ shippingMethodKey: absent }),
  perMethodTaxRate: emptyList({ shippingMethodKey: absent }),
  custom: noCustomFields,
};

/** The same for their shipping. */
const shippingConstants: FieldList = {
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
function lineState(quantity: Scalar) {
  return objectOf({ quantity, state: referenceTo("state", constant("uuid", initialLineStateId)) });
}

type Scalars<Name extends string> = Record<Name, Scalar>;
type OfSale =
  | "id"
  | "version"
  | "updatedAt"
  | "origin"
  | "purchaseOrderNumber"
  | "anonymousId"
  | "customerId"
  | "email"
  | "country"
  | "locale"
  | "quantity"
  | "deliveryNote";
type OfLine =
  | "id"
  | "key"
  | "productId"
  | "name"
  | "variantNumber"
  | "sku"
  | "quantity"
  | "unitPrice"
  | "lineTotal";

type Sale = Scalars<OfSale> & { shippingAddress: AddressField; billingAddress: AddressField };

/** The fields that carts and orders share. */
export function saleFields(sale: Sale) {
  return {
    ...saleConstants,
    id: sale.id,
    version: sale.version,
    lastModifiedAt: sale.updatedAt,
    origin: worded(sale.origin, wordsOf(origins)),
    purchaseOrderNumber: sale.purchaseOrderNumber,
    anonymousId: sale.anonymousId,
    customerId: sale.customerId,
    customer: referenceTo("customer", sale.customerId),
    customerEmail: sale.email,
    country: sale.country,
    locale: sale.locale,
    totalLineItemQuantity: sale.quantity,
    shippingAddress: shippingAddressFields(sale),
    billingAddress: wireAddress(sale.billingAddress),
  } satisfies FieldList;
}

/** The fields of their shipping. */
export function shippingFields(
  { fields: { id, name, price } }: ObjectField & { fields: Scalars<"id" | "name" | "price"> },
  currency: Scalar,
) {
  return {
    ...shippingConstants,
    shippingMethod: referenceTo("shipping-method", id),
    shippingMethodName: name,
    price: moneyFields(price, currency),
    shippingRate: objectOf({ price: moneyFields(price, currency), tiers: emptyList({ type: absent }) }),
  } satisfies FieldList;
}

/** The fields of their lines. */
export function lineFields(
  { fields }: Collection & { fields: Scalars<OfLine> & { options: Collection } },
  currency: Scalar,
) {
  return {
    ...lineConstants,
    id: fields.id,
    key: fields.key,
    productId: fields.productId,
    name: localized(fields.name),
    variant: objectOf({
      id: fields.variantNumber,
      sku: fields.sku,
      key: fields.sku,
      attributes: fields.options,
      assets: emptyList({ id: absent, key: absent }),
    }),
    quantity: fields.quantity,
    state: lineState(fields.quantity),
    price: objectOf({ value: moneyFields(fields.unitPrice, currency) }),
    totalPrice: moneyFields(fields.lineTotal, currency),
  } satisfies FieldList;
}
