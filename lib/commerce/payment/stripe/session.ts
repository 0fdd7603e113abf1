import type Stripe from "stripe";
import type { Attempt } from "../attempt.ts";

/** Stripe keeps a page open for at least 30 minutes; the rest allows for clock differences and retries. */
export const minutesToPay = 35;
const clocksDifferMs = 5 * 60_000;

const intent = "payment_intent.latest_charge.refunds";

/** The attempt's Checkout Session with its payment; null if there is none. */
export async function sessionOf(client: Stripe, attempt: Attempt): Promise<Stripe.Checkout.Session | null> {
  return attempt.reference === null ? findSession(client, attempt) : readSession(client, attempt.reference);
}

/** A Checkout session with its payment intent. */
export function readSession(client: Stripe, id: string): Promise<Stripe.Checkout.Session> {
  return client.checkout.sessions.retrieve(id, { expand: [intent] });
}

/** The session of a payment intent. */
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
 * The session of an attempt whose answer was lost. Stripe cannot search by our own id, so this lists the sessions
 * created since.
 */
export async function findSession(client: Stripe, attempt: Attempt): Promise<Stripe.Checkout.Session | null> {
  const begunAt = Date.parse(attempt.expiresAt) - minutesToPay * 60_000;
  const created = { gte: seconds(begunAt - clocksDifferMs) };
  const opened = client.checkout.sessions.list({ created, limit: 100, expand: [`data.${intent}`] });
  for await (const session of opened) if (session.client_reference_id === attempt.id) return session;
  return null;
}

/** Stripe's timestamps are whole seconds. */
export function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
