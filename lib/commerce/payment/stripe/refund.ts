import type Stripe from "stripe";
import type { Attempt } from "../attempt.ts";
import type { Facts } from "../provider.ts";
import { toStripeAmount } from "./amounts.ts";
import { factsOf, intentOf } from "./facts.ts";
import { hasCode } from "./failure.ts";
import { readSession, sessionOf } from "./session.ts";

/** Refunds `amount` once per key, however long ago it was first requested. */
export async function refund(client: Stripe, attempt: Attempt, amount: number, key: string): Promise<Facts> {
  const session = await sessionOf(client, attempt);
  const intent = session && intentOf(session);
  if (!session || !intent) throw new Error(`Nothing was paid for the attempt ${attempt.id}`);
  const given = toStripeAmount(amount, attempt.currency);
  if (given === null) throw new RangeError(`${amount} cannot be refunded in ${attempt.currency}`);
  const before = await refundsOf(client, intent, key);
  if (!before.some(({ status }) => status !== "failed" && status !== "canceled")) {
    try {
      await client.refunds.create(
        { payment_intent: intent.id, amount: given, metadata: { key } },
        // A refund that the bank returned is followed by another one, which needs a new key.
        { idempotencyKey: `${key}:refund:${before.length}` },
      );
    } catch (error) {
      // Refunded manually, in Stripe's dashboard.
      if (!hasCode(error, "charge_already_refunded")) throw error;
    }
  }
  return factsOf(client, await readSession(client, session.id));
}

/** Stripe forgets idempotency keys after a day, but keeps the refunds. */
async function refundsOf(
  client: Stripe,
  { id }: Stripe.PaymentIntent,
  key: string,
): Promise<Stripe.Refund[]> {
  const found: Stripe.Refund[] = [];
  for await (const refund of client.refunds.list({ payment_intent: id, limit: 100 }))
    if (refund.metadata?.key === key) found.push(refund);
  return found;
}
