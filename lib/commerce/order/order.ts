import * as z from "zod";
import { shapeOf } from "#lib/platform/database/columns.ts";
import { instant } from "#lib/platform/text.ts";
import { orderColumns, paymentStatus, totalsColumns } from "./columns.ts";

const orderLine = z.object({
  id: z.string(),
  key: z.string().nullable(),
  variantId: z.string(),
  variantNumber: z.int(),
  productId: z.string(),
  sku: z.string(),
  name: z.string(),
  variantTitle: z.string(),
  /** The variant's current ones. */
  options: z.record(z.string(), z.string()),
  image: z.string().nullable(),
  quantity: z.int(),
  unitPrice: z.int(),
  lineTotal: z.int(),
  discount: z.int(),
  tax: z.int(),
});
export type OrderLine = z.output<typeof orderLine>;

/** How many pieces of an order's line are in a parcel. A parcel may have the same line more than once. */
export const shippedLine = z.object({ lineId: z.string(), quantity: z.int() });
export type ShippedLine = z.output<typeof shippedLine>;

/** An order as it was placed, and its progress since. Amounts in minor units, times ISO 8601 UTC. */
export const orderSchema = z.object({
  ...shapeOf(orderColumns),
  totals: z.object(shapeOf(totalsColumns)),
  lines: z.array(orderLine),
  payment: z.object({ provider: z.string(), method: z.string(), status: paymentStatus }).nullable(),
  /** Captured and refunded so far, on its way back, and still due. */
  balance: z.object({ paid: z.int(), refunded: z.int(), refunding: z.int(), due: z.int() }),
  shipments: z.array(
    z.object({
      carrier: z.string(),
      trackingNumber: z.string(),
      trackingUrl: z.string().nullable(),
      shippedAt: instant,
      deliveredAt: instant.nullable(),
      lines: z.array(shippedLine),
    }),
  ),
  /** Its history; `amount`: of money that moved. */
  events: z.array(z.object({ type: z.string(), at: instant, amount: z.int().nullable() })),
});
export type Order = z.output<typeof orderSchema>;
export type OrderStatus = Order["status"];
export type PaymentStatus = Order["paymentStatus"];
export type FulfillmentStatus = Order["fulfillmentStatus"];
export type ShipmentState = Order["shipmentState"];

/** Until something has been shipped. */
export function isCancellable(order: Pick<Order, "status" | "fulfillmentStatus">): boolean {
  return (
    (order.status === "pending" || order.status === "confirmed") && order.fulfillmentStatus === "unfulfilled"
  );
}
