import type Stripe from "stripe";
import type { RefundFact } from "../provider.ts";

const states: Record<string, RefundFact["state"]> = {
  succeeded: "done",
  failed: "failed",
  canceled: "failed",
};

/**
 * All refunds of a payment's captured charge, which was read with them. With any other status, such as
 * "requires_action", the money is on its way. `minor` converts Stripe's amounts.
 */
export async function refundsOf(
  client: Stripe,
  intent: Stripe.PaymentIntent | null,
  charge: Stripe.Charge | null,
  minor: (amount: number) => number,
): Promise<RefundFact[]> {
  if (!intent || !charge?.captured) return [];
  const refunds = charge.refunds?.has_more ? await allOf(client, intent) : (charge.refunds?.data ?? []);
  return refunds.filter(isRefund(charge)).map(({ id, amount, metadata, status }) => ({
    id,
    key: metadata?.key ?? null,
    amount: minor(amount),
    state: states[status ?? ""] ?? "pending",
  }));
}

/** A charge is read with its latest ten. */
async function allOf(client: Stripe, { id }: Stripe.PaymentIntent): Promise<Stripe.Refund[]> {
  const found: Stripe.Refund[] = [];
  for await (const refund of client.refunds.list({ payment_intent: id, limit: 100 })) found.push(refund);
  return found;
}

/** What was not captured of an authorization may be listed as a refund, too. */
function isRefund({ amount, amount_captured: captured }: Stripe.Charge) {
  let released = amount - captured;
  return ({ amount: given, metadata }: Stripe.Refund): boolean => {
    if (released === 0 || given !== released || metadata?.key) return true;
    released = 0;
    return false;
  };
}
