import type Stripe from "stripe";
import type { Attempt } from "../attempt.ts";
import type { Facts } from "../provider.ts";
import { toStripeAmount } from "./amounts.ts";
import { factsOf, intentOf } from "./facts.ts";
import { hasCode } from "./failure.ts";
import { readSession, sessionOf } from "./session.ts";

/** Captures an authorization. If it was already captured or has lapsed, returns that state. */
export async function capture(client: Stripe, attempt: Attempt, amount: number): Promise<Facts> {
  const session = await sessionOf(client, attempt);
  if (!session) throw new Error(`The attempt ${attempt.id} has no page at Stripe`);
  const intent = intentOf(session);
  if (intent?.status !== "requires_capture") return factsOf(client, session);
  const taken = toStripeAmount(amount, attempt.currency);
  if (taken === null) throw new RangeError(`${amount} cannot be captured in ${attempt.currency}`);
  try {
    // Without a key: Stripe would repeat a failure for a day, and captures a payment once anyway.
    await client.paymentIntents.capture(intent.id, { amount_to_capture: taken });
  } catch (error) {
    if (!hasCode(error, "payment_intent_unexpected_state")) throw error;
  }
  return factsOf(client, await readSession(client, session.id));
}
