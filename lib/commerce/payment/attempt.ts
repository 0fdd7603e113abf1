/**
 * The state of a payment attempt. `awaited`: no provider was called; the money comes another way (a transfer, cash).
 * `started`: on record, and the provider is being called. `redirected`: the shopper is on the provider's page.
 */
export const attemptStates = [
  "awaited",
  "started",
  "redirected",
  "declined",
  "expired",
  "authorized",
  "released",
  "captured",
  "refunded",
  "disputed",
] as const;
export type AttemptState = (typeof attemptStates)[number];

/** When an authorized payment is captured: with the order, or with its first parcel. */
export type CaptureTime = "on-placement" | "on-shipping";

/** An attempt to pay for a cart, recorded before the provider is called. Amounts in minor units. */
export type Attempt = {
  /** Identifies the attempt everywhere, and is the idempotency key of calls to the provider. */
  id: string;
  /** Null once its cart was deleted. */
  cartId: string | null;
  cartVersion: number;
  provider: string;
  method: string;
  amount: number;
  currency: string;
  capture: CaptureTime;
  state: AttemptState;
  /** The provider's latest reference; null until it has answered. */
  reference: string | null;
  captured: number;
  refunded: number;
  /** ISO 8601 UTC. The shopper can pay until then; stock is held at least as long. */
  expiresAt: string;
};

/** The bill to show on the provider's page. Minor units; the parts add up to `amount`. */
export type Bill = {
  lines: {
    name: string;
    sku: string;
    image: string | null;
    quantity: number;
    unitPrice: number;
    total: number;
  }[];
  /** The discount on the lines. */
  discount: number;
  /** Shipping after coupons, with its name. */
  shipping: { name: string; amount: number } | null;
  /** Tax that is added to the prices; 0 if they include it. */
  tax: number;
  /** The locale of the order, such as "en-US". */
  locale: string;
  email: string | null;
  country: string;
};

/** The attempt with further input of `start`. */
export type Opening = Attempt & {
  bill: Bill;
  /** Where the provider sends the shopper after a possible payment. */
  returnUrl: string;
  /** Where the shopper returns without paying. */
  cancelUrl: string;
};
