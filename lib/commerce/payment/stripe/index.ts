import type { Env } from "#lib/platform/env.ts";
import type { PaymentProvider } from "../provider.ts";
import type { StripeSettings } from "./client.ts";
import { minutesToPay } from "./session.ts";
import { translations, words } from "./words.ts";

/**
 * Cards and wallets on Stripe's own page: no card data reaches us. The page is a Checkout Session, created with a key
 * derived from the attempt's id; the attempt's reference is the session's id.
 */
export function stripe(settings: StripeSettings): PaymentProvider {
  // Loaded on demand: Stripe's package is slow to load, and not every shop uses it.
  const loading = () => import("./checkout.ts").then(({ checkoutOf }) => checkoutOf(settings));
  let loaded: ReturnType<typeof loading> | undefined;
  const checkout = () => {
    loaded ??= loading();
    return loaded;
  };
  return {
    id: "stripe",
    title: words.title,
    translations,
    icon: "M3 6h18v12H3zM3 10h18M14 14.5h4",
    methods: [{ id: "checkout", title: words.title, hint: words.hint }],
    confirmsOrder: true,
    asks: true,
    minutesToPay,
    origins: [settings.apiUrl === null ? "https://checkout.stripe.com" : new URL(settings.apiUrl).origin],
    start: async (opening) => (await checkout()).start(opening),
    look: async (attempt) => (await checkout()).look(attempt),
    capture: async (attempt, amount) => (await checkout()).capture(attempt, amount),
    release: async (attempt) => (await checkout()).release(attempt),
    refund: async (attempt, amount, key) => (await checkout()).refund(attempt, amount, key),
    webhook: async (request) => (await checkout()).webhook(request),
  };
}

/** Stripe as the environment sets it up; nothing without its keys. */
export function stripeFrom(env: Env): PaymentProvider[] {
  const { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_API_URL = null, STOREFRONT_URL } = env;
  if (!STRIPE_SECRET_KEY || !STRIPE_WEBHOOK_SECRET) return [];
  return [
    stripe({
      secretKey: STRIPE_SECRET_KEY,
      webhookSecret: STRIPE_WEBHOOK_SECRET,
      apiUrl: STRIPE_API_URL,
      shopUrl: STOREFRONT_URL,
    }),
  ];
}
