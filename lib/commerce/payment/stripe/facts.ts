import type Stripe from "stripe";
import type { Facts } from "../provider.ts";
import { fromStripeAmount } from "./amounts.ts";
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
  const refunded = minor(refundedOf(charge));
  const isDisputed = intent !== null && charge?.disputed === true && (await isAgainstUs(client, intent));
  const state = isDisputed ? "disputed" : stateOf(session, { captured, refunded });
  const reason = intent?.last_payment_error?.message ?? words.declined;
  return {
    state,
    amount: minor(total),
    currency,
    captured,
    refunded,
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

/** Stripe also marks released authorizations as refunded. */
function refundedOf(charge: Stripe.Charge | null): number {
  if (!charge) return 0;
  return Math.max(0, charge.amount_refunded - (charge.amount - charge.amount_captured));
}

/** A charge stays marked as disputed, even after a won dispute. */
async function isAgainstUs(client: Stripe, { id }: Stripe.PaymentIntent): Promise<boolean> {
  const { data } = await client.disputes.list({ payment_intent: id, limit: 100 });
  return data.some(({ status }) => status !== "won" && status !== "warning_closed" && status !== "prevented");
}

function whole<T extends object>(expanded: string | T | null): T | null {
  if (typeof expanded === "string") throw new Error(`${expanded} was to be read whole`);
  return expanded;
}
