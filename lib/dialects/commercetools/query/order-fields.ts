import { orderFields } from "#lib/commerce/order/index.ts";
import {
  constant,
  emptyList,
  type FieldList,
  listOf,
  objectOf,
  objectWith,
  renamed,
  without,
  worded,
} from "#lib/platform/filter/index.ts";
import { orderStates, paymentStates, shipmentStates } from "../orders/states.ts";
import { moneyFields } from "./money-fields.ts";
import { discountFields, lineFields, referenceTo, saleFields, shippingFields } from "./sale-fields.ts";
import { taxedPriceFields, taxRateFields } from "./tax-fields.ts";
import { wordsOf } from "./words-of.ts";

const { lines, currency, shownTotal, shippingMethod, shipments, net, total, tax, taxRate } = orderFields;

const taxedShipping = taxedPriceFields(
  { ...shippingMethod.fields, rate: shippingMethod.fields.taxRate },
  orderFields,
  currency,
);

/** The fields of the discounts that an amount includes. */
function includedIn(coupons: typeof orderFields.coupons) {
  return renamed(coupons, {
    discount: referenceTo("cart-discount", coupons.fields.id),
    discountedAmount: moneyFields(coupons.fields.amount, currency),
  });
}

/** The fields for `where` and `sort` of orders. */
export const orderQueryFields = {
  type: constant("string", "Order"),
  ...saleFields(orderFields),
  createdAt: orderFields.placedAt,
  orderNumber: orderFields.number,
  cart: referenceTo("cart", orderFields.cartId),
  paymentInfo: objectWith(orderFields.paymentId, {
    payments: renamed(orderFields.payments, referenceTo("payment", orderFields.payments.fields.id).fields),
  }),
  discountCodes: renamed(orderFields.coupons, {
    discountCode: referenceTo("discount-code", orderFields.coupons.fields.id),
    state: constant("string", "MatchesCart"),
  }),
  completedAt: orderFields.completedAt,
  orderState: worded(orderFields.status, wordsOf(orderStates)),
  shipmentState: worded(orderFields.shipmentState, wordsOf(shipmentStates)),
  paymentState: worded(orderFields.paymentStatus, wordsOf(paymentStates)),
  syncInfo: emptyList,
  returnInfo: emptyList,
  lastMessageSequenceNumber: constant("number", "0"),
  ...without("state", "quote", "recurringOrder"),
  totalPrice: moneyFields(shownTotal, currency),
  taxedPrice: objectOf(taxedPriceFields({ net, gross: total, tax, rate: taxRate }, orderFields, currency)),
  taxedShippingPrice: objectWith(shippingMethod.fields.id, taxedShipping),
  discountOnTotalPrice: discountFields(orderFields.discount, currency, {
    includedDiscounts: includedIn(orderFields.goodsCoupons),
  }),
  shippingInfo: renamed(shippingMethod, {
    ...shippingFields(shippingMethod, currency),
    taxedPrice: objectWith(shippingMethod.fields.id, taxedShipping),
    taxRate: objectWith(shippingMethod.fields.id, taxRateFields(shippingMethod.fields.taxRate, orderFields)),
    discountedPrice: objectWith(shippingMethod.fields.reducedPrice, {
      value: moneyFields(shippingMethod.fields.reducedPrice, currency),
      includedDiscounts: includedIn(orderFields.shippingCoupons),
    }),
    deliveries: renamed(shipments, {
      id: shipments.fields.id,
      createdAt: shipments.fields.shippedAt,
      ...without("key", "address", "custom"),
      items: renamed(shipments.fields.lines, {
        id: shipments.fields.lines.fields.lineId,
        quantity: shipments.fields.lines.fields.quantity,
      }),
      parcels: listOf(
        objectWith(shipments.fields.trackingNumber, {
          id: shipments.fields.id,
          createdAt: shipments.fields.shippedAt,
          items: emptyList,
          trackingData: objectOf({
            trackingId: shipments.fields.trackingNumber,
            carrier: shipments.fields.carrier,
            isReturn: constant("boolean", "false"),
            ...without("provider", "providerTransaction"),
          }),
          ...without("key", "measurements", "custom"),
        }),
      ),
    }),
  }),
  lineItems: renamed(lines, {
    ...lineFields(lines, currency),
    ...without("productKey", "productSlug"),
    taxRate: objectOf(taxRateFields(taxRate, orderFields)),
    taxedPrice: objectOf(taxedPriceFields({ ...lines.fields, rate: taxRate }, orderFields, currency)),
    lastModifiedAt: orderFields.placedAt,
  }),
} satisfies FieldList;
