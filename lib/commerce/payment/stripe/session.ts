import type Stripe from "stripe";
import type { Attempt } from "../attempt.ts";

/** Stripe keeps a page open for 30 minutes at least; the rest is for clocks that differ and for asking again. */
export const minutesToPay = 35;
const clocksDifferMs = 5 * 60_000;

const intent = "payment_intent.latest_charge";

/** The attempt's page at Stripe, with the payment made on it; null when there is none. */
export async function sessionOf(client: Stripe, attempt: Attempt): Promise<Stripe.Checkout.Session | null> {
  return attempt.reference === null ? findSession(client, attempt) : readSession(client, attempt.reference);
}

export function readSession(client: Stripe, id: string): Promise<Stripe.Checkout.Session> {
  return client.checkout.sessions.retrieve(id, { expand: [intent] });
}

/** The page on which an intent was paid. */
export async function sessionOfIntent(
  client: Stripe,
  intentId: string,
): Promise<Stripe.Checkout.Session | null> {
  const found = await client.checkout.sessions.list({
    payment_intent: intentId,
    limit: 1,
    expand: [`data.${intent}`],
  });
  return found.data[0] ?? null;
}

/**
 * The page of an attempt whose answer was lost. Stripe cannot be asked for our own name of it, so it is looked for among
 * those that were opened since.
 */
export async function findSession(client: Stripe, attempt: Attempt): Promise<Stripe.Checkout.Session | null> {
  const begunAt = Date.parse(attempt.expiresAt) - minutesToPay * 60_000;
  const created = { gte: seconds(begunAt - clocksDifferMs) };
  const opened = client.checkout.sessions.list({ created, limit: 100, expand: [`data.${intent}`] });
  for await (const session of opened) if (session.client_reference_id === attempt.id) return session;
  return null;
}

/** Stripe's moments are whole seconds. */
export function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
