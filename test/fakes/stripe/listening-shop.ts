import Stripe from "stripe";
import { serveHttp } from "#test/support/http-server.ts";
import { until } from "#test/support/until.ts";
import { type FakeStripe, startFakeStripe } from "./index.ts";
import { stripeClient } from "./shop.ts";

const secret = "whsec_fake";

/** A fake Stripe, and a shop that listens to its events. */
export type ListeningShop = {
  fake: FakeStripe;
  stripe: Stripe;
  /** The events that the shop received. */
  received: Stripe.Event[];
  /** How many it refused because of their signature. */
  refused: number;
  /** The statuses of its next answers; then 200. */
  answers: number[];
  /** Waits for an event of this type. */
  waitFor(type: string): Promise<Stripe.Event>;
  /** Opens a page for one jumper. */
  open(more?: Partial<Stripe.Checkout.SessionCreateParams>): Promise<Stripe.Checkout.Session>;
  close(): Promise<void>;
};

export async function startListeningShop(): Promise<ListeningShop> {
  const server = await serveHttp(async (request) => {
    const signature = request.headers.get("stripe-signature") ?? "";
    try {
      shop.received.push(Stripe.webhooks.constructEvent(await request.text(), signature, secret));
    } catch {
      shop.refused += 1;
      return new Response("", { status: 400 });
    }
    return new Response("", { status: shop.answers.shift() ?? 200 });
  });
  const fake = await startFakeStripe({ webhook: { url: `${server.url}/webhooks/stripe`, secret } });
  const stripe = stripeClient(fake, { maxNetworkRetries: 2 });
  const shop: ListeningShop = {
    fake,
    stripe,
    received: [],
    refused: 0,
    answers: [],
    waitFor: (type) => until(async () => shop.received.find((event) => event.type === type)),
    open: (more = {}) => stripe.checkout.sessions.create({ ...jumper, ...more }),
    async close() {
      await fake.close();
      await server.close();
    },
  };
  return shop;
}

const jumper: Stripe.Checkout.SessionCreateParams = {
  mode: "payment",
  success_url: "https://shop.example/return?session={CHECKOUT_SESSION_ID}",
  cancel_url: "https://shop.example/back",
  customer_email: "ada@example.com",
  line_items: [
    { quantity: 1, price_data: { currency: "eur", unit_amount: 2500, product_data: { name: "<Jumper>" } } },
  ],
};
