import { orderFields } from "#lib/commerce/order/index.ts";
import {
  absent,
  absentOf,
  constant,
  emptyList,
  type FieldList,
  listOf,
  objectOf,
  objectWith,
  renamed,
} from "#lib/platform/filter/index.ts";
import {
  lineFields,
  moneyFields,
  noReference,
  referenceTo,
  saleFields,
  shippingFields,
} from "./sale-fields.ts";

const { lines, currency, shownTotal, shippingMethod, shipments } = orderFields;

/** The fields for `where` and `sort` of orders, except for states. */
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
  state: objectWith(absent, noReference),
  syncInfo: emptyList({
    channel: objectWith(absent, noReference),
    externalId: absent,
    syncedAt: absentOf("date"),
  }),
  returnInfo: emptyList({
    returnTrackingId: absent,
    returnDate: absentOf("date"),
    items: emptyList({ id: absent, lineItemId: absent, shipmentState: absent, paymentState: absent }),
  }),
  totalPrice: moneyFields(shownTotal, currency),
  taxedPrice: objectOf({
    totalNet: moneyFields(orderFields.net, currency),
    totalGross: moneyFields(orderFields.total, currency),
    totalTax: moneyFields(orderFields.tax, currency),
  }),
  discountOnTotalPrice: objectWith(orderFields.discount, {
    discountedAmount: moneyFields(orderFields.discount, currency),
    includedDiscounts: emptyList({ discount: objectWith(absent, noReference) }),
  }),
  shippingInfo: renamed(shippingMethod, {
    ...shippingFields(shippingMethod, currency),
    deliveries: renamed(shipments, {
      id: shipments.fields.id,
      createdAt: shipments.fields.shippedAt,
      items: renamed(shipments.fields.lines, {
        id: shipments.fields.lines.fields.lineId,
        quantity: shipments.fields.lines.fields.quantity,
      }),
      parcels: listOf(
        objectWith(shipments.fields.trackingNumber, {
          id: shipments.fields.id,
          createdAt: shipments.fields.shippedAt,
          items: emptyList({ id: absent, quantity: absentOf("number") }),
          trackingData: objectOf({
            trackingId: shipments.fields.trackingNumber,
            carrier: shipments.fields.carrier,
          }),
        }),
      ),
    }),
  }),
  lineItems: renamed(lines, {
    ...lineFields(lines, currency),
    taxedPrice: objectOf({
      totalNet: moneyFields(lines.fields.net, currency),
      totalGross: moneyFields(lines.fields.gross, currency),
      totalTax: moneyFields(lines.fields.tax, currency),
    }),
    lastModifiedAt: orderFields.placedAt,
  }),
} satisfies FieldList;
