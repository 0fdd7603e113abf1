import { orderFields } from "#lib/commerce/order/index.ts";
import {
  constant,
  type FieldList,
  objectOf,
  objectWith,
  renamed,
  worded,
} from "#lib/platform/filter/index.ts";
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

const { lines, currency, shownTotal, shippingMethod, shipments, billingAddress } = orderFields;
const shippingPrice = moneyFields(shippingMethod.fields.price, currency);

/** The fields for `where` and `sort` of orders, except for states. */
export const orderQueryFields = {
  type: constant("string", "Order"),
  ...saleConstants,
  id: orderFields.id,
  version: orderFields.version,
  createdAt: orderFields.placedAt,
  lastModifiedAt: orderFields.updatedAt,
  orderNumber: orderFields.number,
  origin: worded(orderFields.origin, wordsOf(origins)),
  purchaseOrderNumber: orderFields.purchaseOrderNumber,
  anonymousId: orderFields.anonymousId,
  customerId: orderFields.customerId,
  customer: referenceTo("customer", orderFields.customerId),
  customerEmail: orderFields.email,
  country: orderFields.country,
  locale: orderFields.locale,
  cart: referenceTo("cart", orderFields.cartId),
  totalLineItemQuantity: orderFields.quantity,
  completedAt: orderFields.completedAt,
  totalPrice: moneyFields(shownTotal, currency),
  taxedPrice: objectOf({
    totalNet: moneyFields(orderFields.net, currency),
    totalGross: moneyFields(orderFields.total, currency),
    totalTax: moneyFields(orderFields.tax, currency),
  }),
  discountOnTotalPrice: objectWith(orderFields.discount, {
    discountedAmount: moneyFields(orderFields.discount, currency),
  }),
  shippingInfo: renamed(shippingMethod, {
    ...shippingConstants,
    shippingMethod: referenceTo("shipping-method", shippingMethod.fields.id),
    shippingMethodName: shippingMethod.fields.name,
    price: shippingPrice,
    shippingRate: objectOf({ price: shippingPrice }),
    deliveries: renamed(shipments, {
      id: shipments.fields.id,
      createdAt: shipments.fields.shippedAt,
      items: renamed(shipments.fields.lines, {
        id: shipments.fields.lines.fields.lineId,
        quantity: shipments.fields.lines.fields.quantity,
      }),
      parcels: objectOf({
        id: shipments.fields.id,
        createdAt: shipments.fields.shippedAt,
        trackingData: objectOf({
          trackingId: shipments.fields.trackingNumber,
          carrier: shipments.fields.carrier,
        }),
      }),
    }),
  }),
  shippingAddress: shippingAddressFields(orderFields),
  billingAddress: wireAddress(billingAddress),
  lineItems: renamed(lines, {
    id: lines.fields.id,
    key: lines.fields.key,
    productId: lines.fields.productId,
    name: localized(lines.fields.name),
    variant: objectOf({
      id: lines.fields.variantNumber,
      sku: lines.fields.sku,
      key: lines.fields.sku,
      attributes: lines.fields.options,
    }),
    ...lineConstants,
    quantity: lines.fields.quantity,
    state: lineState(lines.fields.quantity),
    price: objectOf({ value: moneyFields(lines.fields.unitPrice, currency) }),
    totalPrice: moneyFields(lines.fields.lineTotal, currency),
    taxedPrice: objectOf({
      totalNet: moneyFields(lines.fields.net, currency),
      totalGross: moneyFields(lines.fields.gross, currency),
      totalTax: moneyFields(lines.fields.tax, currency),
    }),
    lastModifiedAt: orderFields.placedAt,
  }),
} satisfies FieldList;
