import * as z from "zod";
import { isCancellable, numberOf, type Order } from "#lib/commerce/order/index.ts";
import { formatOf } from "#lib/platform/i18n/locale.ts";
import { formatMoney } from "#lib/platform/money.ts";
import {
  addressResponse,
  lineResponse,
  saleResponse,
  toAddressResponse,
  toSaleResponse,
} from "./cart-response.ts";
import type { StoreResult } from "./dialect.ts";

const amount = z.int();
const paymentStatus = z.enum(["pending", "authorized", "paid", "declined", "voided", "refunded"]);

/** OrderResponse, the same for the customer's own orders and for tracking (specification, "Order detail"). */
export const orderResponse = saleResponse
  .extend({
    orderNumber: z
      .string()
      .meta({ description: "The merchant's number if set, otherwise the shop's: SC-7K2M9QX0" }),
    status: z.enum(["pending", "confirmed", "fulfilled", "delivered", "cancelled"]),
    paymentStatus,
    fulfillmentStatus: z.enum(["unfulfilled", "partially_fulfilled", "fulfilled", "delivered"]),
    placedAt: z.iso.datetime(),
    contact: z.object({
      email: z.string().nullable(),
      name: z.string().nullable(),
      phone: z.string().nullable(),
    }),
    lines: z.array(lineResponse),
    coupons: z.array(z.object({ code: z.string(), amount })),
    shippingAddress: addressResponse,
    billingAddress: addressResponse,
    payment: z
      .object({ provider: z.string(), method: z.string().nullable(), status: paymentStatus })
      .nullable(),
    balance: z
      .object({ paid: amount, refunded: amount, refunding: amount, due: amount })
      .meta({ description: "Captured and refunded so far, on its way back, and still due" }),
    shipments: z.array(
      z.object({
        carrier: z.string(),
        trackingNumber: z.string(),
        trackingUrl: z.string().nullable(),
        shippedAt: z.iso.datetime(),
      }),
    ),
    events: z
      .array(z.object({ type: z.string(), at: z.iso.datetime(), note: z.string().nullable() }))
      .meta({ description: "The history. A note is an amount, in the order's language" }),
    cancellable: z.boolean(),
  })
  .meta({ id: "Order" });

type OrderResponse = z.input<typeof orderResponse>;

/** An order in the store API. */
export function toOrderResponse(order: Order): OrderResponse {
  const { payment } = order;
  return {
    ...toSaleResponse(order),
    orderNumber: numberOf(order),
    status: order.status,
    paymentStatus: order.paymentStatus,
    fulfillmentStatus: order.fulfillmentStatus,
    placedAt: order.placedAt,
    contact: { email: order.email, name: order.contactName, phone: order.phone },
    lines: order.lines.map(
      ({ id, variantId, productId, sku, name, variantTitle, image, quantity, unitPrice, lineTotal }) => ({
        id,
        variantId,
        productId,
        sku,
        name,
        variantTitle,
        image,
        quantity,
        unitPrice,
        lineTotal,
      }),
    ),
    coupons: order.coupons,
    shippingAddress: toAddressResponse(order.shippingAddress),
    billingAddress: toAddressResponse(order.billingAddress),
    payment: payment && { provider: payment.provider, method: payment.method, status: payment.status },
    balance: order.balance,
    shipments: order.shipments.map(({ carrier, trackingNumber, trackingUrl, shippedAt }) => ({
      carrier,
      trackingNumber,
      trackingUrl,
      shippedAt,
    })),
    events: order.events.map(({ type, at, amount }) => ({
      type,
      at,
      note: amount === null ? null : formatMoney(amount, order.currency, formatOf(order.locale)),
    })),
    cancellable: isCancellable(order),
  };
}

/** An order as a result. */
export function orderResult(order: Order): StoreResult<OrderResponse> {
  return { data: toOrderResponse(order) };
}
