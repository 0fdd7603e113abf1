import type { PaymentProvider } from "../provider.ts";
import { capture } from "./capture.ts";
import { clientOf, type StripeSettings } from "./client.ts";
import { factsOf } from "./facts.ts";
import { asking } from "./failure.ts";
import { refund } from "./refund.ts";
import { release } from "./release.ts";
import { sessionOf } from "./session.ts";
import { start } from "./start.ts";
import { webhook } from "./webhook.ts";

type Checkout = Required<
  Pick<PaymentProvider, "start" | "look" | "capture" | "release" | "refund" | "webhook">
>;

/** The provider's functions, with Stripe's hosted page. */
export function checkoutOf(settings: StripeSettings): Checkout {
  const client = clientOf(settings);
  return {
    start: (opening) => asking(() => start(client, opening)),
    look: (attempt) =>
      asking(async () => {
        const session = await sessionOf(client, attempt);
        if (session) return factsOf(client, session);
        const { amount, currency } = attempt;
        return { state: "open", amount, currency, captured: 0, refunded: 0, reference: null };
      }),
    capture: (attempt, amount) => asking(() => capture(client, attempt, amount)),
    release: (attempt) => asking(() => release(client, attempt, settings.shopUrl)),
    refund: (attempt, amount, key) => asking(() => refund(client, attempt, amount, key)),
    webhook: (request) => asking(() => webhook(client, settings.webhookSecret, request)),
  };
}
