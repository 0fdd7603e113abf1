import {
  type Choice,
  closeAttempt,
  endAttempt,
  findAttempt,
  isOpen,
  type KeptAttempt,
  type PaymentProvider,
} from "#lib/commerce/payment/index.ts";
import { now } from "#lib/platform/clock.ts";
import { type Context, database } from "#lib/platform/context.ts";
import { env } from "#lib/platform/env.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { log } from "#lib/platform/log/log.ts";
import type { Order } from "../order.ts";
import type { Purchase } from "../placing/compose-order.ts";
import type { Request } from "../placing/idempotency.ts";
import { orderOfCart } from "../placing/order-of-cart.ts";
import { reasonOf } from "../placing/refusal.ts";
import { agreedOf } from "./agreed.ts";
import { billOf } from "./bill.ts";
import { settle, tendSoon } from "./settle.ts";
import { startAttempt } from "./start-attempt.ts";

export type Paid =
  | { attempt: null; order: Order; replayed: boolean }
  /** The shopper continues on the provider's page. */
  | { attempt: { id: string; status: "redirected"; redirectUrl: string } };

type Terms = Omit<Purchase, "payment">;

// Another tab may start to pay at the same moment, repeatedly.
const mostTries = 5;

/**
 * Requests the payment from the provider. Equal calls share an attempt, so the provider charges once; an attempt with
 * another method or amount is closed first, and if that has been paid, its order is returned.
 * @throws payment_declined, unavailable, and the errors that prevent the order
 */
export async function payFor(
  ctx: Context,
  terms: Terms,
  choice: Choice,
  request: Request | null,
): Promise<Paid> {
  let openId = terms.cart.payingId;
  for (let tries = 0; tries < mostTries; tries++) {
    const open = openId === null ? null : await findAttempt(ctx, { id: openId });
    if (open && isSame(open, terms, choice)) return ask(ctx, open, terms, choice.provider, request);
    const earlier = await endOpenAttempt(ctx, openId);
    if (earlier) return earlier;
    const { attempt, outcome } = await startAttempt(ctx, terms, choice, request);
    if (attempt) return ask(ctx, attempt, terms, choice.provider, request);
    const { cart } = outcome;
    if (cart?.status === "ordered") return placedBefore(ctx, terms.cart.id);
    openId = cart?.payingId ?? null;
    if (openId === null || cart?.version !== terms.cart.version)
      throw reasonOf(outcome, { ...terms, payment: null });
  }
  throw otherBegun();
}

/** The id of an attempt to pay for the cart that another call has started meanwhile. */
export type Begun = { begun: string };

/** Runs `placing` while nobody pays for the cart: closes the open attempt first, and any that is started meanwhile. */
export async function withoutAttempt<T extends object>(
  ctx: Context,
  openId: string | null,
  placing: () => Promise<T | Begun>,
): Promise<T | Paid> {
  let open = openId;
  for (let tries = 0; tries < mostTries; tries++) {
    // In a transaction no provider is called.
    if (open !== null && ctx.tx) break;
    const earlier = await endOpenAttempt(ctx, open);
    if (earlier) return earlier;
    const placed = await placing();
    if (!("begun" in placed)) return placed;
    open = placed.begun;
  }
  throw otherBegun();
}

/** Closes the open attempt, if any. Returns its order if it has been paid. @throws unavailable */
export async function endOpenAttempt(ctx: Context, id: string | null): Promise<Paid | null> {
  const paid = id === null ? null : await closeAttempt(ctx, id);
  if (!paid) return null;
  const settlement = await settle(ctx, paid.attempt, paid.facts);
  return settlement.status === "ordered" ? placedBefore(ctx, paid.attempt.cartId) : null;
}

async function placedBefore(ctx: Context, cartId: string | null): Promise<Paid> {
  return { attempt: null, order: await orderOfCart(ctx, cartId), replayed: true };
}

function isSame(open: KeptAttempt, { cart, priced }: Terms, { provider, method }: Choice): boolean {
  return (
    isOpen(open) &&
    open.provider === provider.id &&
    open.method === method.id &&
    open.cartVersion === cart.version &&
    open.amount === priced.totals.total &&
    Date.parse(open.expiresAt) > now().getTime()
  );
}

async function ask(
  ctx: Context,
  attempt: KeptAttempt,
  terms: Terms,
  provider: PaymentProvider,
  request: Request | null,
): Promise<Paid> {
  const { id, redirectUrl } = attempt;
  if (redirectUrl) return { attempt: { id, status: "redirected", redirectUrl } };
  const started = await begin(provider, attempt, terms);
  if (started.status === "redirect") return lead(ctx, attempt, started);
  if (started.status === "declined") {
    await endAttempt(ctx, attempt, declined(attempt, started.reason));
    throw declinedBy(provider, attempt, started.reason);
  }
  const settlement = await settle(ctx, attempt, started.facts, agreedOf(terms, request));
  if (settlement.status === "ordered") return { attempt: null, ...settlement };
  return refused(
    ctx,
    attempt,
    (settlement.status === "ended" && settlement.refusal) || declinedBy(provider, attempt),
  );
}

/** @throws unavailable; the attempt stays open, and a retry requests the same */
async function begin(provider: PaymentProvider, attempt: KeptAttempt, terms: Terms) {
  const { id } = attempt;
  try {
    return await provider.start({
      ...attempt,
      bill: billOf(terms),
      returnUrl: `${env.STOREFRONT_URL}/checkout/return/${id}`,
      cancelUrl: `${env.STOREFRONT_URL}/checkout/back/${id}`,
    });
  } catch (cause) {
    log.warn({ paymentId: id, err: cause }, "payment provider could not be asked");
    const message = `${provider.title} cannot be reached just now. Try again in a moment, or choose another way to pay.`;
    throw new DomainError("unavailable", message, { cause });
  }
}

async function lead(
  ctx: Context,
  attempt: KeptAttempt,
  { url, reference }: { url: string; reference: string },
): Promise<Paid> {
  const { id } = attempt;
  const led = await database(ctx).payment.updateMany({
    where: { id, state: { in: ["started", "redirected"] }, orderId: null },
    data: { state: "redirected", redirectUrl: url, reference },
  });
  if (led.count > 0) return { attempt: { id, status: "redirected", redirectUrl: url } };
  // It was closed, or paid in another tab, during the call, but the provider has it.
  await database(ctx).payment.updateMany({ where: { id }, data: { reference, dueAt: now() } });
  await tendSoon(id);
  return refused(ctx, attempt, otherBegun());
}

/** Why a payment did not become an order; the order if another attempt led to one. */
async function refused(ctx: Context, { cartId }: KeptAttempt, refusal: DomainError): Promise<Paid> {
  if (cartId !== null && (await database(ctx).order.count({ where: { cartId } })) > 0)
    return placedBefore(ctx, cartId);
  throw refusal;
}

function declinedBy(provider: PaymentProvider, { method }: KeptAttempt, reason = "The payment was declined") {
  return new DomainError("payment_declined", reason, { details: { provider: provider.id, method } });
}

function declined({ amount, currency }: KeptAttempt, reason: string) {
  return { state: "declined", amount, currency, captured: 0, refunded: 0, reference: null, reason } as const;
}

function otherBegun(): DomainError {
  return new DomainError("cart_changed", "Another payment for this cart was started in the meantime.", {
    details: [],
  });
}
