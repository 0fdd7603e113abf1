import Stripe from "stripe";
import type { Opening } from "#lib/commerce/payment/attempt.ts";
import type { PaymentProvider } from "#lib/commerce/payment/provider.ts";
import { stripe } from "#lib/commerce/payment/stripe/index.ts";
import { newId } from "#lib/platform/ids.ts";
import { type FakeStripe, startFakeStripe } from "./index.ts";

export const webhookSecret = "whsec_of_the_tests";

type OpenPage = Opening & { reference: string };

export type StripeShop = {
  fake: FakeStripe;
  provider: PaymentProvider;
  api: Stripe;
  /** Opens a page for a new attempt. */
  begin(more?: Partial<Opening>): Promise<OpenPage>;
  /** A new attempt that was paid on its page. */
  paid(more?: Partial<Opening>, card?: "4000002500003155"): Promise<OpenPage>;
  /** The attempt's pages at Stripe. */
  sessionsOf(attemptId: string): Promise<Stripe.Checkout.Session[]>;
};

/** Starts the provider, the fake behind it, and a Stripe client for the merchant's actions. */
export async function startStripeShop(): Promise<StripeShop> {
  const fake = await startFakeStripe();
  const api = stripeClient(fake);
  const provider = stripe({
    secretKey: fake.secretKey,
    webhookSecret,
    apiUrl: fake.url,
    shopUrl: "http://localhost:3000",
  });
  async function begin(more: Partial<Opening> = {}): Promise<OpenPage> {
    const opening = newOpening(more);
    const started = await provider.start(opening);
    if (started.status !== "redirect") throw new Error(`It was ${started.status}`);
    return { ...opening, reference: started.reference };
  }
  return {
    fake,
    provider,
    api,
    begin,
    async paid(more, card) {
      const attempt = await begin(more);
      await fake.control("pay", { session: attempt.reference, ...(card && { card }) });
      return attempt;
    },
    async sessionsOf(attemptId) {
      const { data } = await api.checkout.sessions.list({ limit: 100 });
      return data.filter(({ client_reference_id: id }) => id === attemptId);
    },
  };
}

/** Stripe's client for a fake. It repeats nothing by itself unless told to. */
export function stripeClient(
  { url, secretKey }: Pick<FakeStripe, "url" | "secretKey">,
  options: Stripe.StripeConfig = {},
): Stripe {
  const { hostname, port } = new URL(url);
  return new Stripe(secretKey, { host: hostname, port, protocol: "http", maxNetworkRetries: 0, ...options });
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

/** A page for two jumpers at 12.50. */
export function twoJumpers(
  more: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Stripe.Checkout.SessionCreateParams {
  return {
    mode: "payment",
    success_url: "https://shop.example/return",
    cancel_url: "https://shop.example/back",
    line_items: [
      { quantity: 2, price_data: { currency: "eur", unit_amount: 1250, product_data: { name: "Jumper" } } },
    ],
    ...more,
  };
}
