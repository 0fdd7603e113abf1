import type Stripe from "stripe";
import type { DisputeFact, Facts } from "../provider.ts";
import { fromStripeAmount } from "./amounts.ts";
import { refundsOf } from "./refunds.ts";
import { words } from "./words.ts";

const longestReason = 200;

/** The facts of an attempt from its session and payment. */
export async function factsOf(client: Stripe, session: Stripe.Checkout.Session): Promise<Facts> {
  const { amount_total: total, currency: code } = session;
  if (total === null || code === null) throw new Error(`The Checkout Session ${session.id} has no amount`);
  const currency = code.toUpperCase();
  const minor = (amount: number) => fromStripeAmount(amount, currency);
  const intent = intentOf(session);
  const charge = whole(intent?.latest_charge ?? null);
  const captured = minor(intent?.amount_received ?? 0);
  const refunds = await refundsOf(client, intent, charge, minor);
  const refunded = refunds.reduce((sum, { amount, state }) => sum + (state === "done" ? amount : 0), 0);
  const disputes = intent && charge?.disputed ? await disputesOf(client, intent) : [];
  const isDisputed = disputes.some(({ state: stand }) => stand !== "won");
  const state = isDisputed ? "disputed" : stateOf(session, { captured, refunded });
  const reason = intent?.last_payment_error?.message ?? words.declined;
  return {
    state,
    amount: minor(total),
    currency,
    captured,
    refunded,
    refunds,
    disputes,
    reference: session.id,
    ...(state === "declined" && { reason: reason.slice(0, longestReason) }),
  };
}

/** The payment that was read with a session; null before the shopper tried to pay. */
export function intentOf(session: Stripe.Checkout.Session): Stripe.PaymentIntent | null {
  return whole(session.payment_intent);
}

function stateOf(
  session: Stripe.Checkout.Session,
  { captured, refunded }: Pick<Facts, "captured" | "refunded">,
): Facts["state"] {
  if (session.status === "expired") return "expired";
  // While the page is open, the shopper can try another card.
  if (session.status !== "complete") return "open";
  switch (intentOf(session)?.status) {
    case "requires_capture":
      return "authorized";
    case "succeeded":
      return captured > 0 && refunded >= captured ? "refunded" : "captured";
    case "canceled":
      return "released";
    case "requires_payment_method":
      return "declined";
    // The payment is processing.
    default:
      return "open";
  }
}

const ended: Record<string, DisputeFact["state"]> = {
  won: "won",
  warning_closed: "won",
  prevented: "won",
  lost: "lost",
};

/** A charge stays marked as disputed, even after a won dispute. */
async function disputesOf(client: Stripe, { id }: Stripe.PaymentIntent): Promise<DisputeFact[]> {
  const { data } = await client.disputes.list({ payment_intent: id, limit: 100 });
  return data.map((dispute) => ({ id: dispute.id, state: standOf(dispute) }));
}

/** For which side the bank has decided, if it has. */
export function standOf({ status }: Pick<Stripe.Dispute, "status">): DisputeFact["state"] {
  return ended[status] ?? "open";
}

function whole<T extends object>(expanded: string | T | null): T | null {
  if (typeof expanded === "string") throw new Error(`${expanded} was not expanded`);
  return expanded;
}
