import * as z from "zod";
import { saleColumns } from "#lib/commerce/cart/index.ts";
import { shippingMethod } from "#lib/commerce/shipping/index.ts";
import { keptAddress } from "#lib/platform/address.ts";
import type { Column, Columns } from "#lib/platform/database/columns.ts";
import { instant } from "#lib/platform/text.ts";

// Every column of an order that is read and written as one value. The rest of an order is composed: see queries.ts.

export const orderStatus = z.enum(["pending", "confirmed", "fulfilled", "delivered", "cancelled"]);
export const paymentStatus = z.enum(["pending", "authorized", "paid", "declined", "voided", "refunded"]);
const fulfillmentStatus = z.enum(["unfulfilled", "partially_fulfilled", "fulfilled", "delivered"]);

/** The merchant's states of a shipment. Shoppers see FulfillmentStatus instead. */
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

/** A required address of an order. Erasure keeps the country, because the tax depends on it. */
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
  /** The merchant's number. If set, everybody sees it as the order's number. */
  merchantNumber: { type: z.string().nullable() },
  cartId: { type: z.string(), pg: "uuid", filter: "uuid" },
  userId: { type: z.string(), pg: "uuid" },
  /** The guest session's, if a guest placed the order or began its cart. */
  anonymousId: { type: z.string().nullable(), filter: "string" },
  /** Whether an account placed the order. */
  byAccount: { type: z.boolean() },
  status: { type: orderStatus, pg: "order_status", filter: "string" },
  paymentStatus: { type: paymentStatus, pg: "payment_status", filter: "string" },
  fulfillmentStatus: { type: fulfillmentStatus, pg: "fulfillment_status", filter: "string" },
  shipmentState: { type: shipmentState, pg: "shipment_state", filter: "string" },
  /** The chosen method; null if none (commercetools dialect). */
  shippingMethod: { type: shippingMethod.partial({ description: true }).nullable(), pg: "jsonb" },
  coupons: { type: z.array(z.object({ code: z.string(), amount: z.int() })), pg: "jsonb" },
  taxIncluded: { type: z.boolean() },
  /** In hundredths of a percent. */
  taxRate: { type: z.int(), filter: "number" },
  placedAt: { type: instant, filter: "date" },
  updatedAt: { type: instant, filter: "date" },
  cancelledAt: { type: instant.nullable() },
} satisfies Columns;

/** In minor units. Separate columns in the row, one object in an order. */
export const totalsColumns = {
  subtotal: { type: z.int() },
  discount: { type: z.int() },
  shipping: { type: z.int() },
  tax: { type: z.int() },
  total: { type: z.int() },
} satisfies Columns;
