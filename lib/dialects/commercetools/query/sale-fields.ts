import {
  type AddressField,
  type Collection,
  constant,
  emptyList,
  type FieldList,
  type ObjectField,
  objectOf,
  objectWith,
  type Scalar,
  without,
  worded,
} from "#lib/platform/filter/index.ts";
import { initialLineStateId, productTypeId, taxCategoryId } from "../wire/references.ts";
import { origins } from "../wire/sale.ts";
import { shippingAddressFields } from "../wire/shipping-address.ts";
import { noPriceParts, noVariantParts } from "./absent-parts.ts";
import { wireAddress } from "./address-fields.ts";
import { localized } from "./localized.ts";
import { moneyFields } from "./money-fields.ts";
import { wordsOf } from "./words-of.ts";

const word = (value: string) => constant("string", value);

export const productType = referenceTo("product-type", constant("uuid", productTypeId));

/** Fields with the same value in every cart and order of this shop, and fields that none has. */
const saleConstants = {
  taxMode: word("Platform"),
  priceRoundingMode: word("HalfEven"),
  taxRoundingMode: word("HalfUp"),
  taxCalculationMode: word("LineItemLevel"),
  inventoryMode: word("ReserveOnOrder"),
  shippingMode: word("Single"),
  customLineItems: emptyList,
  shipping: emptyList,
  itemShippingAddresses: emptyList,
  directDiscounts: emptyList,
  refusedGifts: emptyList,
  ...without("store", "customerGroup", "businessUnit", "custom", "createdBy", "lastModifiedBy"),
  ...without("shippingKey", "shippingRateInput", "shippingCustomFields", "discountTypeCombination"),
} satisfies FieldList;

/** The same for their lines. */
const lineConstants = {
  productType,
  priceMode: word("Platform"),
  lineItemMode: word("Standard"),
  discountedPricePerQuantity: emptyList,
  taxedPricePortions: emptyList,
  perMethodTaxRate: emptyList,
  ...without("supplyChannel", "distributionChannel", "inventoryMode", "shippingDetails", "reservation"),
  ...without("custom", "recurrenceInfo"),
} satisfies FieldList;

/** The same for their shipping. */
const shippingConstants = {
  shippingMethodState: word("MatchesCart"),
  taxCategory: referenceTo("tax-category", constant("uuid", taxCategoryId)),
  ...without("estimatedDelivery", "deliveryTime"),
} satisfies FieldList;

/** The fields of a reference to a resource of a type; none, if `id` is absent. */
export function referenceTo(typeId: string, id: Scalar) {
  return objectWith(id, { typeId: word(typeId), id });
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
  | "addedAt"
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

/** The fields of `discountOnTotalPrice`; `discount` is null if there is none. */
export function discountFields<F extends FieldList>(discount: Scalar, currency: Scalar, more: F) {
  return objectWith(discount, {
    discountedAmount: moneyFields(discount, currency),
    ...without("discountedNetAmount", "discountedGrossAmount"),
    ...more,
  });
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
    shippingRate: objectOf({
      price: moneyFields(price, currency),
      tiers: emptyList,
      ...without("freeAbove", "isMatching"),
    }),
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
    addedAt: fields.addedAt,
    productId: fields.productId,
    name: localized(fields.name),
    variant: objectOf({
      id: fields.variantNumber,
      sku: fields.sku,
      key: fields.sku,
      attributes: fields.options,
      assets: emptyList,
      ...noVariantParts,
    }),
    quantity: fields.quantity,
    state: lineState(fields.quantity),
    price: objectOf({ value: moneyFields(fields.unitPrice, currency), ...noPriceParts }),
    totalPrice: moneyFields(fields.lineTotal, currency),
  } satisfies FieldList;
}
