import type Stripe from "stripe";
import { afterAll, afterEach } from "vitest";
import { type FakeStripe, startFakeStripe } from "./index.ts";
import { type StripeShop, startStripeShop, stripeClient } from "./shop.ts";

/** A shop with Stripe for the tests of a file; each begins without faults. */
export async function openStripeShop(): Promise<StripeShop> {
  const shop = await startStripeShop();
  closeAfter(shop.fake);
  return shop;
}

/** A fake Stripe and a client for the tests of a file; each begins without faults. */
export async function openFakeStripe(): Promise<{ fake: FakeStripe; stripe: Stripe }> {
  const fake = await startFakeStripe();
  closeAfter(fake);
  return { fake, stripe: stripeClient(fake) };
}

function closeAfter(fake: FakeStripe): void {
  afterEach(() => fake.control("heal"));
  afterAll(() => fake.close());
}
