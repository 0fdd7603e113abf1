import { cartFields } from "#lib/commerce/cart/index.ts";
import { constant, type FieldList, objectOf, renamed, worded } from "#lib/platform/filter/index.ts";
import { origins } from "../wire/sale.ts";
import { shippingAddressFields } from "../wire/shipping-address.ts";
import { wireAddress } from "./address-fields.ts";
import { localized } from "./localized.ts";
import {
  lineConstants,
  lineState,
  moneyFields,
  referenceTo,
  saleConstants,
  shippingConstants,
} from "./sale-fields.ts";
import { wordsOf } from "./words-of.ts";

const { status, lines, coupons, currency, shippingMethod, billingAddress } = cartFields;
const shippingPrice = moneyFields(shippingMethod.fields.price, currency);

/**
 * The fields for `where` and `sort` of carts. `totalPrice` is the total at the last change; taxes and discounts are
 * missing because they are computed, not stored.
 */
export const cartQueryFields: FieldList = {
  type: constant("string", "Cart"),
  ...saleConstants,
  id: cartFields.id,
  key: cartFields.key,
  origin: worded(cartFields.origin, wordsOf(origins)),
  purchaseOrderNumber: cartFields.purchaseOrderNumber,
  version: cartFields.version,
  createdAt: cartFields.createdAt,
  lastModifiedAt: cartFields.updatedAt,
  anonymousId: cartFields.anonymousId,
  customerId: cartFields.customerId,
  customer: referenceTo("customer", cartFields.customerId),
  customerEmail: cartFields.email,
  cartState: worded(status, { Active: ["active"], Merged: ["merged"], Ordered: ["ordered"] }),
  country: cartFields.country,
  locale: cartFields.locale,
  totalLineItemQuantity: cartFields.quantity,
  deleteDaysAfterLastModification: cartFields.expiresAfterDays,
  totalPrice: moneyFields(cartFields.totalPrice, currency),
  shippingInfo: renamed(shippingMethod, {
    ...shippingConstants,
    shippingMethod: referenceTo("shipping-method", shippingMethod.fields.id),
    shippingMethodName: shippingMethod.fields.name,
    price: shippingPrice,
    shippingRate: objectOf({ price: shippingPrice }),
  }),
  shippingAddress: shippingAddressFields(cartFields),
  billingAddress: wireAddress(billingAddress),
  lineItems: renamed(lines, {
    id: lines.fields.id,
    key: lines.fields.key,
    productId: lines.fields.productId,
    ...lineConstants,
    productKey: lines.fields.productSlug,
    productSlug: localized(lines.fields.productSlug),
    name: localized(lines.fields.name),
    variant: objectOf({
      id: lines.fields.variantNumber,
      sku: lines.fields.sku,
      key: lines.fields.sku,
      attributes: lines.fields.options,
    }),
    quantity: lines.fields.quantity,
    state: lineState(lines.fields.quantity),
    price: objectOf({ value: moneyFields(lines.fields.unitPrice, currency) }),
    totalPrice: moneyFields(lines.fields.lineTotal, currency),
    lastModifiedAt: cartFields.updatedAt,
  }),
  discountCodes: renamed(coupons, { discountCode: referenceTo("discount-code", coupons.fields.id) }),
};
