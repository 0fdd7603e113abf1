import { findProvider, isLost } from "#lib/commerce/payment/index.ts";
import { now } from "#lib/platform/clock.ts";
import { asShop, type Context, inTransaction, type TransactionContext } from "#lib/platform/context.ts";
import { DomainError, versionConflict } from "#lib/platform/errors.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { moveOrder } from "../lifecycle/move-order.ts";
import { changePayment } from "./change-payment.ts";
import { getPayment, type PaymentRecord } from "./payment-records.ts";
import { leftToRefund, requestRefund } from "./request-refund.ts";
import { tendSoon } from "./settle.ts";

/**
 * `capture` takes authorized money or, without a provider, records that the money came; `release` gives up authorized
 * money.
 */
export type PaymentAction = {
  kind: "refund" | "capture" | "release";
  /** Minor units; null for all of it. Only refunds can be for a part. */
  amount: number | null;
  /** The currency of `amount`, if the caller says it: it has to be the payment's. */
  currency?: string | undefined;
};

type PaymentChange = {
  id: string;
  /** The version that the operator has read; null for any. */
  version: number | null;
  actions: readonly PaymentAction[];
};

/**
 * Moves the money of a payment, for operators: all actions, in order, or none. What is asked for is recorded before the
 * provider is called, and repeated until the provider has done it.
 * @throws not_found, version_conflict, bad_request for what cannot be done with the money
 */
export async function managePayment(
  ctx: Context,
  { id, version, actions }: PaymentChange,
): Promise<PaymentRecord> {
  checkOnce(actions);
  const { orderId } = await getPayment(ctx, { id });
  const byShop = { ...ctx, ...asShop };
  const work = async (inside: TransactionContext): Promise<null> => {
    await inside.tx.$queryRaw`select 1 from payment where id = ${id}::uuid for update`;
    const before = await getPayment(inside, { id });
    if (version !== null && before.version !== version) throw versionConflict(id, version, before.version);
    for (const each of inRuns(actions)) await ask(inside, await getPayment(inside, { id }), each);
    return null;
  };
  if (orderId === null) await inTransaction(byShop, work);
  // The order is locked first, as everywhere.
  else await moveOrder(byShop, { id: orderId }, [work]);
  if (actions.length > 0) await tendSoon(id);
  return getPayment(ctx, { id });
}

/** A payment cannot be both captured and released, nor either of them twice. @throws bad_request */
function checkOnce(actions: PaymentChange["actions"]): void {
  if (actions.filter(({ kind }) => kind !== "refund").length > 1)
    throw impossible("A payment is either captured or released, and once.");
}

/**
 * The actions in order, with refunds that follow each other together: the order is locked for as long as this takes.
 */
function inRuns(actions: PaymentChange["actions"]): PaymentAction[][] {
  const runs: PaymentAction[][] = [];
  for (const action of actions) {
    const last = runs.at(-1);
    if (last && action.kind === "refund" && last[0]?.kind === "refund") last.push(action);
    else runs.push([action]);
  }
  return runs;
}

async function ask(
  ctx: TransactionContext,
  payment: PaymentRecord,
  run: readonly PaymentAction[],
): Promise<void> {
  for (const { kind, amount, currency = payment.currency } of run) {
    if (currency !== payment.currency) throw impossible(`The payment is in ${payment.currency}.`);
    if (kind === "refund" || amount === null || amount === payment.amount) continue;
    throw impossible(`Only the whole amount can be ${kind}d: ${written(payment, payment.amount)}.`);
  }
  const [first] = run;
  if (first?.kind === "capture") return capture(ctx, payment);
  if (first?.kind === "release") return release(ctx, payment);
  const amounts = amountsToRefund(
    payment,
    run.map(({ amount }) => amount),
  );
  await requestRefund(ctx, payment.id, ...amounts);
  await ctx.tx.payment.updateMany({ where: { id: payment.id }, data: { dueAt: now(), looks: 0 } });
}

/** What each refund takes of what is left then. @throws bad_request */
function amountsToRefund(payment: PaymentRecord, asked: readonly (number | null)[]): number[] {
  if (isLost(payment.disputes))
    throw impossible("The buyer has the money back from the bank, after a dispute.");
  const given = payment.refunds.filter(({ state }) => state !== "failed");
  let left = leftToRefund(
    given.map((each) => each.amount),
    payment,
  );
  return asked.map((each) => {
    const amount = each ?? left;
    if (left <= 0) throw impossible("Nothing is left to refund.");
    if (amount > left) throw impossible(`At most ${written(payment, left)} can be refunded.`);
    left -= amount;
    return amount;
  });
}

async function capture(ctx: TransactionContext, payment: PaymentRecord): Promise<void> {
  const { captured, orderId } = payment;
  if (captured > 0) throw impossible("The payment has been captured already.");
  if (orderId !== null && isByHand(payment)) {
    await moveOrder({ ...ctx, ...asShop }, { id: orderId }, [changePayment("paid")]);
    return;
  }
  if (payment.state !== "authorized" || orderId === null) throw impossible("Nothing is authorized.");
  await want(ctx, payment, "capture");
}

async function release(ctx: TransactionContext, payment: PaymentRecord): Promise<void> {
  if (payment.state !== "authorized" || isByHand(payment)) throw impossible("Nothing is authorized.");
  await want(ctx, payment, "release");
}

async function want(
  { tx }: TransactionContext,
  { id }: PaymentRecord,
  wanted: "capture" | "release",
): Promise<void> {
  const at = now();
  await tx.payment.updateMany({
    where: { id },
    data: { wanted, dueAt: at, looks: 0, updatedAt: at, version: { increment: 1 } },
  });
}

/** Whether its money comes without a provider, as the merchant says. */
function isByHand({ reference, provider }: PaymentRecord): boolean {
  return reference === null && findProvider(provider)?.asks === false;
}

function written({ currency }: PaymentRecord, amount: number): string {
  return formatMoney(amount, currency, "en");
}

function impossible(message: string): DomainError {
  return new DomainError("bad_request", message);
}
