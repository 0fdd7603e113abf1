import type Stripe from "stripe";
import type { Opening } from "../attempt.ts";
import type { Started } from "../provider.ts";
import { type Shown, showBill } from "./bill.ts";
import { factsOf } from "./facts.ts";
import { hasCode, isKeyTaken, isStripesFault } from "./failure.ts";
import { stripeLocale } from "./locale.ts";
import { findSession, seconds } from "./session.ts";
import { words } from "./words.ts";
import { wordsOnPage } from "./words-on-page.ts";

type Params = Stripe.Checkout.SessionCreateParams;

/** An attempt has one page at Stripe, with one key. */
export const startKey = (attemptId: string) => `${attemptId}:start`;

// They settle days later, and stock is not held for that long.
const slowMethods: NonNullable<Params["excluded_payment_method_types"]> = [
  "acss_debit",
  "au_becs_debit",
  "bacs_debit",
  "boleto",
  "customer_balance",
  "konbini",
  "multibanco",
  "nz_bank_account",
  "oxxo",
  "payto",
  "sepa_debit",
  "sofort",
  "us_bank_account",
];

/** Opens a page at Stripe for the attempt, to redirect the shopper to. */
export async function start(client: Stripe, opening: Opening): Promise<Started> {
  const shown = showBill(opening.bill, opening.amount, opening.currency);
  if (!shown) return notThisAmount();
  try {
    return await startedOf(client, await openSession(client, opening, shown));
  } catch (error) {
    if (hasCode(error, "amount_too_small", "amount_too_large")) return notThisAmount();
    // Used with another bill, or answered with an error that may hide an open page.
    const mayBeOpen = isKeyTaken(error) || isStripesFault(error);
    const before = mayBeOpen && (await findSession(client, opening));
    if (before) return startedOf(client, before);
    // Stripe would repeat its failure for a day. The next attempt has another key, and nobody is sent to a page of
    // this.
    if (isStripesFault(error)) return { status: "declined", reason: words.notOpened };
    throw error;
  }
}

async function openSession(client: Stripe, opening: Opening, shown: Shown): Promise<Stripe.Checkout.Session> {
  const { discount, ...items } = shown;
  const metadata = { attempt: opening.id };
  const { email, locale } = opening.bill;
  const params: Params = {
    ...items,
    mode: "payment",
    submit_type: "pay",
    client_reference_id: opening.id,
    // Stripe accepts fewer addresses than mail servers do; without one, its page asks for it.
    ...(email && isPlainAddress(email) && { customer_email: email }),
    expires_at: seconds(Date.parse(opening.expiresAt)),
    locale: stripeLocale(locale),
    success_url: opening.returnUrl,
    cancel_url: opening.cancelUrl,
    // Charges the amount and currency that were shown.
    adaptive_pricing: { enabled: false },
    excluded_payment_method_types: slowMethods,
    metadata,
    payment_intent_data: { metadata, ...(opening.capture === "on-shipping" && { capture_method: "manual" }) },
    ...(discount > 0 && { discounts: [{ coupon: await couponFor(client, opening, discount) }] }),
  };
  return client.checkout.sessions.create(params, { idempotencyKey: startKey(opening.id) });
}

/** Stripe's page can only show a discount as a coupon: one for this attempt, which expires with it. */
async function couponFor(
  client: Stripe,
  { id, currency, expiresAt, bill }: Opening,
  off: number,
): Promise<string> {
  const coupon: Stripe.CouponCreateParams = {
    id,
    amount_off: off,
    currency: currency.toLowerCase(),
    duration: "once",
    max_redemptions: 1,
    name: wordsOnPage(bill.locale).discount,
    redeem_by: seconds(Date.parse(expiresAt)),
  };
  try {
    // Without a key: Stripe would repeat a failure for a day. The id makes it one coupon.
    await client.coupons.create(coupon);
  } catch (error) {
    if (!hasCode(error, "resource_already_exists")) throw error;
  }
  return id;
}

async function startedOf(client: Stripe, session: Stripe.Checkout.Session): Promise<Started> {
  if (session.status === "open" && session.url)
    return { status: "redirect", url: session.url, reference: session.id };
  return { status: "settled", facts: await factsOf(client, session) };
}

function isPlainAddress(email: string): boolean {
  return /^[a-z0-9._%+-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(email);
}

function notThisAmount(): Started {
  return { status: "declined", reason: words.notThisAmount };
}
