import {
  attemptOf,
  disputesFrom,
  type Facts,
  isLost,
  isOpen,
  type KeptAttempt,
  providerNamed,
} from "#lib/commerce/payment/index.ts";
import { now } from "#lib/platform/clock.ts";
import { asShop, inTransaction } from "#lib/platform/context.ts";
import { db, Prisma } from "#lib/platform/database/db.ts";
import { applyFacts } from "./apply-facts.ts";
import { mayBeInTransit, nextWork, type Tended, type Work } from "./next-work.ts";
import { recordMoney } from "./record-money.ts";
import { refundableOf, requestRefund } from "./request-refund.ts";

// More steps than one payment can need in a row: look, place, capture, release, refund, refund the rest.
const mostTurns = 10;

const heldMs = 10 * 60_000;

/**
 * Does what is left to do for a payment at its provider, step by step: check whether it was paid, capture what is due,
 * release or refund money without an order. The desired state is in the payment's rows and is compared with the
 * provider's, so the work can be restarted at any point, and run concurrently. The payment stays due until nothing is
 * left to do.
 * @throws the provider's errors; the payment stays due
 */
export async function tendPayment(id: string): Promise<void> {
  for (let turn = 0; turn < mostTurns; turn++) {
    const tended = await load(id);
    const work = tended && nextWork(tended, now());
    if (!tended) return;
    if (!work) return markDone(tended);
    if (!(await carryOut(tended, work))) return;
  }
  // An operator may ask for many refunds. All these went well, so the next ones wait for no interval.
  await db.payment.updateMany({
    where: { id, refunds: { some: { state: "asked" } } },
    data: { dueAt: now(), looks: 0 },
  });
}

/** Whether it had an effect; if not, there is nothing to do before the next check. */
async function carryOut({ attempt, dueAt }: Tended, work: Work): Promise<boolean> {
  const provider = providerNamed(attempt.provider);
  // Extended before the call: if it fails, the shopper may have paid.
  if (isOpen(attempt)) await keepHolds(attempt, dueAt);
  if (work.kind === "look") {
    const facts = await provider.look(attempt);
    return isNews(attempt, facts) && (await applied(attempt, facts));
  }
  if (work.kind === "close") {
    // Checked first: a payment that was authorized in time becomes an order and must not be released.
    const seen = await provider.look(attempt);
    const facts = seen.state === "open" ? await provider.release(attempt) : seen;
    return applied(attempt, facts.state === "released" ? { ...facts, state: "expired" } : facts);
  }
  if (work.kind === "capture") return applied(attempt, await provider.capture(attempt, work.amount));
  if (work.kind === "release") {
    if (await applied(attempt, await provider.release(attempt))) return true;
    if (!mayBeInTransit(attempt, now())) await markDone({ attempt, dueAt });
    return false;
  }
  if (work.kind === "refund-rest") {
    await requestRest(attempt);
    return true;
  }
  if (work.kind === "follow-refund") {
    const facts = await provider.look(attempt);
    await recordMoney(attempt, facts);
    return !facts.refunds?.some(({ state }) => state === "pending");
  }
  await recordMoney(attempt, await provider.refund(attempt, work.amount, work.key), work.key);
  return true;
}

async function applied(attempt: KeptAttempt, facts: Facts): Promise<boolean> {
  if (!isNews(attempt, facts)) return false;
  await applyFacts(asShop, attempt, facts);
  return true;
}

function isNews(attempt: KeptAttempt, { state, captured, refunded }: Facts): boolean {
  if (state === "open" || state === "awaited") return false;
  // An expired attempt was closed at the provider, too.
  const isSame = state === attempt.state || (state === "released" && attempt.state === "expired");
  return !isSame || captured !== attempt.captured || refunded !== attempt.refunded;
}

async function requestRest({ id }: KeptAttempt): Promise<void> {
  await inTransaction(asShop, async (inside) => {
    const rest = await refundableOf(inside, id);
    if (rest > 0) await requestRefund(inside, id, rest);
  });
}

async function load(id: string): Promise<Tended | null> {
  const row = await db.payment.findUnique({
    where: { id },
    omit: { agreed: true, buyer: true },
    include: {
      order: { select: { status: true, fulfillmentStatus: true } },
      refunds: { orderBy: { createdAt: "asc" } },
    },
  });
  if (!row) return null;
  const { order, refunds, dueAt, ...attempt } = row;
  return {
    attempt: attemptOf({ ...attempt, dueAt }),
    dueAt,
    order,
    refunds: refunds.map(({ id: key, amount, state }) => ({ key, amount: Number(amount), state })),
    isLost: isLost(disputesFrom(attempt.disputes)),
  };
}

/** Marks the payment as done, unless new work was requested since it was read. */
async function markDone({
  attempt: { id, goesBack },
  dueAt,
}: Pick<Tended, "attempt" | "dueAt">): Promise<void> {
  // No mail is needed about money that never arrived.
  const forgotten = goesBack ? {} : { buyer: Prisma.DbNull };
  await db.payment.updateMany({ where: { id, dueAt }, data: { dueAt: null, looks: 0, ...forgotten } });
}

/** Extends the holds of stock and coupons while the shopper may still pay, unless they have ended. */
async function keepHolds({ cartId }: KeptAttempt, dueAt: Date | null): Promise<void> {
  const at = now();
  const until = new Date(Math.max(at.getTime(), dueAt?.getTime() ?? 0) + heldMs);
  await db.$executeRaw`
    with coupons as (
      update coupon_hold set expires_at = greatest(expires_at, ${until})
      where cart_id = ${cartId}::uuid and expires_at > ${at}
    )
    update stock_hold set expires_at = greatest(expires_at, ${until})
    where cart_id = ${cartId}::uuid and expires_at > ${at}`;
}
