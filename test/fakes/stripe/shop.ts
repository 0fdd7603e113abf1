import Stripe from "stripe";
import type { Opening } from "#lib/commerce/payment/attempt.ts";
import type { PaymentProvider } from "#lib/commerce/payment/provider.ts";
import { stripe } from "#lib/commerce/payment/stripe/index.ts";
import { newId } from "#lib/platform/ids.ts";
import { type FakeStripe, startFakeStripe } from "./index.ts";

export const webhookSecret = "whsec_of_the_tests";

export type StripeShop = { fake: FakeStripe; provider: PaymentProvider; api: Stripe };

/** Starts the provider, the fake behind it, and a Stripe client for the merchant's actions. */
export async function startStripeShop(): Promise<StripeShop> {
  const fake = await startFakeStripe();
  const { hostname, port } = new URL(fake.url);
  return {
    fake,
    provider: stripe({
      secretKey: fake.secretKey,
      webhookSecret,
      apiUrl: fake.url,
      shopUrl: "http://localhost:3000",
    }),
    api: new Stripe(fake.secretKey, { host: hostname, port, protocol: "http", maxNetworkRetries: 0 }),
  };
}

/** A new payment attempt: two jumpers at 12.50, WELCOME10, shipping 4.90. */
export function newOpening(more: Partial<Opening> = {}): Opening {
  const id = newId();
  return {
    id,
    cartId: newId(),
    cartVersion: 3,
    provider: "stripe",
    method: "checkout",
    amount: 2740,
    currency: "EUR",
    capture: "on-placement",
    state: "started",
    reference: null,
    captured: 0,
    refunded: 0,
    expiresAt: new Date(Date.now() + 35 * 60_000).toISOString(),
    bill: {
      lines: [{ name: "Wool jumper", sku: "WJ-1", image: null, quantity: 2, unitPrice: 1250, total: 2500 }],
      discount: 250,
      shipping: { name: "Standard", amount: 490 },
      tax: 0,
      locale: "de-AT",
      email: "ada@example.com",
      country: "AT",
    },
    returnUrl: `http://localhost:3000/checkout/return/${id}`,
    cancelUrl: "http://localhost:3000/checkout/payment",
    ...more,
  };
}
