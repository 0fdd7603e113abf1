import * as z from "zod";
import { saleColumns } from "#lib/commerce/cart/index.ts";
import { shippingMethod } from "#lib/commerce/shipping/index.ts";
import { keptAddress } from "#lib/platform/address.ts";
import type { Column, Columns } from "#lib/platform/columns.ts";
import { instant } from "#lib/platform/text.ts";

// Every column of an order that is read and written as one value. The rest of an order is put together: see queries.ts.

const orderStatus = z.enum(["pending", "confirmed", "fulfilled", "delivered", "cancelled"]);
export const paymentStatus = z.enum(["pending", "authorized", "paid", "declined", "voided", "refunded"]);
const fulfillmentStatus = z.enum(["unfulfilled", "partially_fulfilled", "fulfilled", "delivered"]);

/** A merchant's words for a shipment. Shoppers are told of it in those of FulfillmentStatus. */
const shipmentState = z.enum([
  "pending",
  "ready",
  "delayed",
  "backorder",
  "canceled",
  "partial",
  "shipped",
  "delivered",
]);

/** An address that an order cannot be without. The country stays when the person is erased: the tax was worked out by it. */
const orderAddress = {
  type: keptAddress,
  pg: "jsonb",
  filter: "address",
  erasedTo: "jsonb_build_object('country', country)",
} satisfies Column;

export const orderColumns = {
  ...saleColumns,
  shippingAddress: orderAddress,
  billingAddress: orderAddress,
  id: { type: z.string(), pg: "uuid", filter: "uuid" },
  version: { type: z.int(), filter: "number" },
  /** The shop's own number. */
  orderNumber: { type: z.string() },
  /** The number that the merchant gave it; where there is one, it is the order's number for everybody. */
  merchantNumber: { type: z.string().nullable() },
  cartId: { type: z.string(), pg: "uuid", filter: "uuid" },
  userId: { type: z.string(), pg: "uuid" },
  anonymousId: { type: z.string().nullable(), filter: "string" },
  status: { type: orderStatus, pg: "order_status", filter: "string" },
  paymentStatus: { type: paymentStatus, pg: "payment_status", filter: "string" },
  fulfillmentStatus: { type: fulfillmentStatus, pg: "fulfillment_status", filter: "string" },
  shipmentState: { type: shipmentState, pg: "shipment_state", filter: "string" },
  /** As chosen; null: none (commercetools dialect). */
  shippingMethod: { type: shippingMethod.partial({ description: true }).nullable(), pg: "jsonb" },
  coupons: { type: z.array(z.object({ code: z.string(), amount: z.int() })), pg: "jsonb" },
  taxIncluded: { type: z.boolean() },
  /** In hundredths of a percent. */
  taxRate: { type: z.int(), filter: "number" },
  placedAt: { type: instant, filter: "date" },
  updatedAt: { type: instant, filter: "date" },
  cancelledAt: { type: instant.nullable() },
} satisfies Columns;

/** In minor units. They stand beside each other in the row and together in an order. */
export const totalsColumns = {
  subtotal: { type: z.int() },
  discount: { type: z.int() },
  shipping: { type: z.int() },
  tax: { type: z.int() },
  total: { type: z.int() },
} satisfies Columns;
