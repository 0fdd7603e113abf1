import {
  endAttempt,
  type Facts,
  hasMoney,
  type KeptAttempt,
  providerNamed,
} from "#lib/commerce/payment/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { DomainError } from "#lib/platform/errors.ts";
import type { Order } from "../order.ts";
import { cartChanged } from "../placing/check-shown.ts";
import { composeOrder, type Purchase } from "../placing/compose-order.ts";
import { isKeyTaken, keyReused } from "../placing/idempotency.ts";
import { orderOfCart } from "../placing/order-of-cart.ts";
import { reasonOf } from "../placing/refusal.ts";
import { writeOrder } from "../placing/write-order.ts";
import { type Agreed, loadAgreed } from "./agreed.ts";
import { recordMoney } from "./record-money.ts";

export type Settlement =
  /** Undecided. */
  | { status: "open" }
  /** `replayed`: it had been placed before. */
  | { status: "ordered"; order: Order; replayed: boolean }
  /** There is no order; `refusal` is the reason if money is returned. */
  | { status: "ended"; refusal: DomainError | null };

/**
 * Records a provider's facts about an attempt, and acts on them: places the order once it is paid, and ends the attempt
 * once it cannot be paid any more. Money without an order is returned. The shopper's return, the provider's webhook and
 * the worker all call this, in any order and any number of times.
 */
export async function applyFacts(
  ctx: Context,
  attempt: KeptAttempt,
  facts: Facts,
  agreed?: Agreed,
): Promise<Settlement> {
  if (facts.state === "open" || facts.state === "awaited") return { status: "open" };
  if (attempt.orderId !== null) {
    await recordMoney(attempt, facts);
    return { status: "ordered", order: await orderOfCart(ctx, attempt.cartId), replayed: true };
  }
  if (attempt.goesBack) {
    await recordMoney(attempt, facts);
    return { status: "ended", refusal: tooLate() };
  }
  if (!hasMoney(facts)) return end(ctx, attempt, facts, null);
  const known = agreed ?? (await loadAgreed(ctx, attempt.id));
  if (!known) return end(ctx, attempt, facts, tooLate());
  if (facts.amount !== attempt.amount || facts.currency !== attempt.currency)
    return end(ctx, attempt, facts, otherAmount(attempt, facts));
  if (isRefunded(facts)) return end(ctx, attempt, facts, alreadyRefunded());
  return place(ctx, attempt, facts, known);
}

async function place(ctx: Context, attempt: KeptAttempt, facts: Facts, agreed: Agreed): Promise<Settlement> {
  const { request, ...terms } = agreed;
  const provider = providerNamed(attempt.provider);
  const method = provider.methods.find(({ id }) => id === attempt.method) ?? provider.methods[0];
  const purchase: Purchase = { ...terms, payment: { provider, method, facts, attemptId: attempt.id } };
  const order = composeOrder(purchase);
  try {
    const outcome = await writeOrder(ctx, order, purchase, request);
    if (outcome.written) return { status: "ordered", order, replayed: false };
    const moved = outcome.cart?.payingId === attempt.id && outcome.cart.version !== terms.cart.version;
    const again = moved ? await loadAgreed(ctx, attempt.id) : null;
    // The cart passed to an account, or to a guest, since it was read.
    if (again && again.cart.version !== terms.cart.version) return place(ctx, attempt, facts, again);
    return await end(ctx, attempt, facts, reasonOf(outcome, purchase));
  } catch (error) {
    if (isKeyTaken(error)) return end(ctx, attempt, facts, keyReused());
    throw error;
  }
}

/** Whether money was returned at the provider, or is about to be. */
function isRefunded({ refunded, refunds = [] }: Facts): boolean {
  return refunded > 0 || refunds.some(({ state }) => state !== "failed");
}

/** Ends the attempt, unless it has become an order meanwhile. */
async function end(
  ctx: Context,
  attempt: KeptAttempt,
  facts: Facts,
  refusal: DomainError | null,
): Promise<Settlement> {
  if (await endAttempt(ctx, attempt, facts, refusal?.message)) {
    if (facts.refunds) await recordMoney(attempt, facts);
    return { status: "ended", refusal };
  }
  const { id: orderId } = await orderOfCart(ctx, attempt.cartId);
  return applyFacts(ctx, { ...attempt, orderId }, facts);
}

function tooLate(): DomainError {
  return new DomainError("cart_changed", "The payment arrived too late, so no order was placed for it.");
}

function alreadyRefunded(): DomainError {
  return new DomainError("cart_changed", "The payment was refunded, so no order was placed for it.");
}

function otherAmount(attempt: KeptAttempt, facts: Facts): DomainError {
  return cartChanged([{ what: "total", was: attempt.amount, is: facts.amount }]);
}
