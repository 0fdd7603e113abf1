import type { CartOrigin, Totals } from "#lib/commerce/cart/index.ts";
import type { Address } from "#lib/platform/address.ts";

export type OrderStatus = "pending" | "confirmed" | "fulfilled" | "delivered" | "cancelled";
export type PaymentStatus = "pending" | "authorized" | "paid" | "declined" | "voided" | "refunded";
export type FulfillmentStatus = "unfulfilled" | "partially_fulfilled" | "fulfilled" | "delivered";

/** A merchant's words for a shipment. Shoppers are told of it in those of FulfillmentStatus. */
export type ShipmentState =
  | "pending"
  | "ready"
  | "delayed"
  | "backorder"
  | "canceled"
  | "partial"
  | "shipped"
  | "delivered";

export type OrderLine = {
  id: string;
  key: string | null;
  variantId: string;
  variantNumber: number;
  productId: string;
  sku: string;
  name: string;
  variantTitle: string;
  /** The variant's as it is today. */
  options: Record<string, string>;
  image: string | null;
  quantity: number;
  unitPrice: number;
  lineTotal: number;
  discount: number;
  tax: number;
};

export type OrderShippingMethod = {
  id: string;
  key: string;
  name: string;
  price: number;
  minDays: number;
  maxDays: number;
};

/** An order as it was placed, and what has happened to it since. Amounts in minor units, times ISO 8601 UTC. */
export type Order = {
  id: string;
  version: number;
  /** The shop's own number. */
  orderNumber: string;
  /** The number that the merchant gave it; where there is one, it is the order's number for everybody. */
  merchantNumber: string | null;
  origin: CartOrigin;
  /** The buyer's own number for the purchase. */
  purchaseOrderNumber: string | null;
  cartId: string;
  userId: string;
  anonymousId: string | null;
  status: OrderStatus;
  paymentStatus: PaymentStatus;
  fulfillmentStatus: FulfillmentStatus;
  shipmentState: ShipmentState;
  currency: string;
  country: string;
  locale: string | null;
  email: string | null;
  contactName: string | null;
  phone: string | null;
  shippingAddress: Address;
  billingAddress: Address;
  shippingMethod: OrderShippingMethod | null;
  lines: OrderLine[];
  coupons: { code: string; amount: number }[];
  totals: Totals;
  taxIncluded: boolean;
  taxRate: number;
  payment: { provider: string; method: string | null; status: PaymentStatus } | null;
  shipments: {
    carrier: string;
    trackingNumber: string;
    trackingUrl: string | null;
    shippedAt: string;
    deliveredAt: string | null;
  }[];
  events: { type: string; at: string; note: string | null }[];
  placedAt: string;
  updatedAt: string;
  cancelledAt: string | null;
};

/** Until something has left the house. */
export function isCancellable(order: Pick<Order, "status" | "fulfillmentStatus">): boolean {
  return (
    (order.status === "pending" || order.status === "confirmed") && order.fulfillmentStatus === "unfulfilled"
  );
}
