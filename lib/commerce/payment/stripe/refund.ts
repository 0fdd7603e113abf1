import type Stripe from "stripe";
import type { Attempt } from "../attempt.ts";
import type { Facts } from "../provider.ts";
import { toStripeAmount } from "./amounts.ts";
import { factsOf, intentOf, standOf } from "./facts.ts";
import { hasCode } from "./failure.ts";
import { readSession, sessionOf } from "./session.ts";

/** Refunds `amount` once per key, however long ago it was first requested, and even if the bank returned it. */
export async function refund(client: Stripe, attempt: Attempt, amount: number, key: string): Promise<Facts> {
  const session = await sessionOf(client, attempt);
  const intent = session && intentOf(session);
  if (!session || !intent) throw new Error(`Nothing was paid for the attempt ${attempt.id}`);
  const given = toStripeAmount(amount, attempt.currency);
  if (given === null) throw new RangeError(`${amount} cannot be refunded in ${attempt.currency}`);
  if (await isWithBank(client, intent)) {
    const facts = await factsOf(client, session);
    if (!facts.disputes?.some(({ state }) => state === "open")) return facts;
    throw Object.assign(new Error("The bank decides first"), { code: "charge_disputed" });
  }
  if (!(await isAsked(client, intent, key))) {
    try {
      await client.refunds.create(
        { payment_intent: intent.id, amount: given, metadata: { key } },
        { idempotencyKey: `${key}:refund` },
      );
    } catch (error) {
      // Refunded manually, in Stripe's dashboard.
      if (!hasCode(error, "charge_already_refunded")) throw error;
    }
  }
  return factsOf(client, await readSession(client, session.id));
}

/**
 * Whether a bank has taken the money back, or may: Stripe rejects a refund then, and would repeat that for its key for
 * a day, even if the shop has won by then. An inquiry leaves the money here, and a refund ends it.
 */
async function isWithBank(client: Stripe, intent: Stripe.PaymentIntent): Promise<boolean> {
  const charge = intent.latest_charge;
  if (typeof charge !== "object" || !charge?.disputed) return false;
  const { data } = await client.disputes.list({ payment_intent: intent.id, limit: 100 });
  return data.some((dispute) => standOf(dispute) !== "won" && !dispute.is_charge_refundable);
}

/** Stripe forgets idempotency keys after a day, but keeps the refunds. */
async function isAsked(client: Stripe, { id }: Stripe.PaymentIntent, key: string): Promise<boolean> {
  for await (const refund of client.refunds.list({ payment_intent: id, limit: 100 }))
    if (refund.metadata?.key === key) return true;
  return false;
}
