import * as z from "zod";
import { line } from "#lib/platform/text.ts";
import { purchaseOrderNumber } from "../carts/schemas.ts";
import { noneOf, notSupported, only } from "../wire/members.ts";
import { identifier, name, version } from "../wire/scalars.ts";

const quantity = z.number().int().min(1).max(999);

const orderState = z.enum(["Open", "Confirmed", "Complete", "Cancelled"]);
const shipmentState = z.enum([
  "Pending",
  "Ready",
  "Delayed",
  "Backorder",
  "Canceled",
  "Partial",
  "Shipped",
  "Delivered",
]);
const paymentState = z.enum(["Pending", "BalanceDue", "Paid", "Failed", "CreditOwed"]);

/** MyOrderFromCartDraft. A shopper cannot set number or states. */
export const myOrderDraft = z.object({
  id: name,
  version,
  ...noneOf(
    "orderNumber",
    "purchaseOrderNumber",
    "orderState",
    "shipmentState",
    "paymentState",
    "state",
    "custom",
  ),
});

/** OrderFromCartDraft: the cart by reference, or by the older `id`. */
export const orderDraft = z
  .object({
    cart: identifier.nullish(),
    id: name.nullish(),
    version,
    orderNumber: name.nullish(),
    purchaseOrderNumber: purchaseOrderNumber.nullish(),
    ...noneOf("state", "custom"),
    orderState: orderState.nullish(),
    shipmentState: shipmentState.nullish(),
    paymentState: paymentState.nullish(),
  })
  .refine(({ cart, id }) => cart || id, { path: ["cart"], message: "Missing required value" });

export type OrderDraft = z.output<typeof orderDraft>;

const items = z
  .array(z.object({ id: name, quantity }))
  .max(100)
  .nullish();

const parcel = z.object({
  trackingData: z
    .object({
      trackingId: line(100).nullish(),
      carrier: line(100).nullish(),
      isReturn: only(false),
      ...noneOf("provider", "providerTransaction"),
    })
    .nullish(),
  ...noneOf("key", "measurements", "items", "custom"),
});

export const orderAction = z.discriminatedUnion("action", [
  z.object({ action: z.literal("changeOrderState"), orderState }),
  z.object({ action: z.literal("changeShipmentState"), shipmentState }),
  z.object({ action: z.literal("changePaymentState"), paymentState }),
  z.object({
    action: z.literal("addDelivery"),
    items,
    parcels: z.array(parcel).max(20).nullish(),
    ...noneOf("deliveryKey", "shippingKey", "address", "custom"),
  }),
  parcel.omit({ key: true }).extend({
    action: z.literal("addParcelToDelivery"),
    deliveryId: name,
    deliveryKey: notSupported,
    parcelKey: notSupported,
  }),
]);

export type OrderAction = z.output<typeof orderAction>;
export type Parcel = z.output<typeof parcel>;

// An update locks its order until it is done, and these take statements of their own.
const mostActions = 100;
const mostPaymentStates = 10;

export const orderUpdate = z.object({
  version,
  actions: z
    .array(orderAction)
    .max(mostActions)
    .refine(
      (actions) =>
        actions.filter(({ action }) => action === "changePaymentState").length <= mostPaymentStates,
      { message: `At most ${mostPaymentStates} times changePaymentState` },
    ),
});
export type OrderUpdate = z.output<typeof orderUpdate>;
