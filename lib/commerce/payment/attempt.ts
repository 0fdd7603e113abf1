/**
 * How far an attempt to pay is. `awaited`: nothing was asked; the money comes another way (a transfer, cash).
 * `started`: on record, and the provider is being asked. `redirected`: the shopper is at the provider's page.
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

/** When money that a provider reserved is taken: with the order, or with its first parcel. */
export type CaptureTime = "on-placement" | "on-shipping";

/** One attempt to pay for a cart. It is on record before the provider hears of it. Amounts in minor units. */
export type Attempt = {
  /** Names the attempt everywhere, and is the idempotency key of what is asked for it. */
  id: string;
  cartId: string;
  cartVersion: number;
  provider: string;
  method: string;
  amount: number;
  currency: string;
  capture: CaptureTime;
  state: AttemptState;
  /** The provider's latest name for it; null until it has answered. */
  reference: string | null;
  captured: number;
  refunded: number;
  /** ISO 8601 UTC. Until then the shopper may pay: the stock is held at least as long. */
  expiresAt: string;
};

/** What the shopper pays for, to be shown on the provider's page. Minor units; the parts add up to `amount`. */
export type Bill = {
  lines: {
    name: string;
    sku: string;
    image: string | null;
    quantity: number;
    unitPrice: number;
    total: number;
  }[];
  /** What comes off the lines. */
  discount: number;
  /** What is paid for the shipping, after coupons, and its name. */
  shipping: { name: string; amount: number } | null;
  /** What is paid on top of the prices; 0 where they hold the tax. */
  tax: number;
  /** The locale of the order, such as "en-US". */
  locale: string;
  email: string | null;
  country: string;
};

/** What `start` is told beside the attempt. */
export type Opening = Attempt & {
  bill: Bill;
  /** Where the provider sends the shopper's browser: it has paid, or may have. */
  returnUrl: string;
  /** The shopper went back without paying. */
  cancelUrl: string;
};
