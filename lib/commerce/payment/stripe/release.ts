import type Stripe from "stripe";
import { now } from "#lib/platform/clock.ts";
import type { Attempt } from "../attempt.ts";
import type { Facts } from "../provider.ts";
import { showBill } from "./bill.ts";
import { factsOf, intentOf } from "./facts.ts";
import { hasCode, isKeyTaken, isRefused } from "./failure.ts";
import { findSession, minutesToPay, readSession, seconds } from "./session.ts";
import { startKey } from "./start.ts";

/** Closes the attempt's page, or releases its authorization. A capture stays. */
export async function release(client: Stripe, attempt: Attempt, shopUrl: string): Promise<Facts> {
  const id = attempt.reference ?? (await takeKey(client, attempt, shopUrl));
  if (id === null) return neverOpened(attempt);
  const session = await readSession(client, id);
  await close(client, session);
  const facts = await factsOf(client, await readSession(client, id));
  const isClosedByUs = session.status === "open" && facts.state === "expired";
  return isClosedByUs ? { ...facts, state: "released" } : facts;
}

async function close(client: Stripe, session: Stripe.Checkout.Session): Promise<void> {
  try {
    if (session.status === "open") await client.checkout.sessions.expire(session.id);
    const intent = intentOf(session);
    if (intent?.status === "requires_capture") await client.paymentIntents.cancel(intent.id);
  } catch (error) {
    // The shopper or another process acted first; the new state is read next.
    if (!isRefused(error)) throw error;
  }
}

/**
 * The page of an attempt whose start was never answered; null if there is none, in which case there never will be: this
 * uses up the key of a start that is still in transit, with a page that nobody is sent to.
 */
async function takeKey(client: Stripe, attempt: Attempt, shopUrl: string): Promise<string | null> {
  const { id, amount, currency } = attempt;
  const nothing = { lines: [], discount: 0, shipping: null, tax: 0, locale: "", email: null, country: "" };
  const shown = showBill(nothing, amount, currency);
  if (!shown) return null;
  try {
    const taken = await client.checkout.sessions.create(
      {
        mode: "payment",
        client_reference_id: id,
        line_items: shown.line_items,
        expires_at: seconds(now().getTime()) + minutesToPay * 60,
        success_url: shopUrl,
      },
      { idempotencyKey: startKey(id) },
    );
    return taken.id;
  } catch (error) {
    if (isKeyTaken(error)) return (await findSession(client, attempt))?.id ?? null;
    if (hasCode(error, "amount_too_small", "amount_too_large")) return null;
    throw error;
  }
}

function neverOpened({ amount, currency }: Attempt): Facts {
  return { state: "released", amount, currency, captured: 0, refunded: 0, reference: null };
}
