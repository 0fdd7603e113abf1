import { findProvider } from "#lib/commerce/payment/index.ts";
import { now } from "#lib/platform/clock.ts";
import { type Context, inTransaction } from "#lib/platform/context.ts";
import type { Transaction } from "#lib/platform/db.ts";
import { DomainError, versionConflict } from "#lib/platform/errors.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { askRefund, leftToRefund } from "./ask-refund.ts";
import { changePayment } from "./change-payment.ts";
import { moveOrder } from "./move-order.ts";
import { getPayment, type PaymentRecord } from "./payment-records.ts";
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

export type PaymentChange = {
  id: string;
  /** The version that the operator has read; null for any. */
  version: number | null;
  actions: readonly PaymentAction[];
};

type Inside = Context & { tx: Transaction };

/**
 * Moves the money of a payment, for operators: all actions, in order, or none. What is asked for is recorded before the
 * provider is called, and repeated until the provider has done it.
 * @throws not_found, version_conflict, bad_request for what cannot be done with the money
 */
export async function managePayment(
  ctx: Context,
  { id, version, actions }: PaymentChange,
): Promise<PaymentRecord> {
  checkEither(actions);
  const { orderId } = await getPayment(ctx, { id });
  const asShop = { ...ctx, actor: { type: "shop" } } as const;
  const work = async (inside: Inside): Promise<null> => {
    await inside.tx.$queryRaw`select 1 from payment where id = ${id}::uuid for update`;
    const before = await getPayment(inside, { id });
    if (version !== null && before.version !== version) throw versionConflict(id, version, before.version);
    for (const action of actions) await ask(inside, await getPayment(inside, { id }), action);
    return null;
  };
  if (orderId === null) await inTransaction(asShop, work);
  // The order is locked first, as everywhere.
  else await moveOrder(asShop, { id: orderId }, [work]);
  if (actions.length > 0) await tendSoon(id);
  return getPayment(ctx, { id });
}

/** What is carried out later cannot be both. @throws bad_request */
function checkEither(actions: PaymentChange["actions"]): void {
  const kinds = actions.map(({ kind }) => kind);
  if (kinds.includes("capture") && kinds.includes("release"))
    throw impossible("A payment is either captured or released.");
}

async function ask(ctx: Inside, payment: PaymentRecord, action: PaymentAction): Promise<void> {
  const { kind, amount, currency = payment.currency } = action;
  if (currency !== payment.currency) throw impossible(`The payment is in ${payment.currency}.`);
  if (kind === "refund") return refund(ctx, payment, amount);
  if (amount !== null && amount !== payment.amount)
    throw impossible(`Only the whole amount can be ${kind}d: ${written(payment, payment.amount)}.`);
  return kind === "capture" ? capture(ctx, payment) : release(ctx, payment);
}

async function refund(ctx: Inside, payment: PaymentRecord, asked: number | null): Promise<void> {
  const given = payment.refunds.filter(({ state }) => state !== "failed");
  const most = leftToRefund(
    given.map((each) => each.amount),
    payment,
  );
  const amount = asked ?? most;
  if (most <= 0) throw impossible("Nothing is left to refund.");
  if (amount > most) throw impossible(`At most ${written(payment, most)} can be refunded.`);
  await askRefund(ctx, payment.id, amount);
  await ctx.tx.payment.updateMany({ where: { id: payment.id }, data: { dueAt: now(), looks: 0 } });
}

async function capture(ctx: Inside, payment: PaymentRecord): Promise<void> {
  const { captured, orderId } = payment;
  if (captured > 0) throw impossible("The payment has been captured already.");
  if (orderId !== null && isByHand(payment)) {
    await moveOrder({ ...ctx, actor: { type: "shop" } }, { id: orderId }, [changePayment("paid")]);
    return;
  }
  if (payment.state !== "authorized" || orderId === null) throw impossible("Nothing is authorized.");
  await want(ctx, payment, "capture");
}

async function release(ctx: Inside, payment: PaymentRecord): Promise<void> {
  if (payment.state !== "authorized" || isByHand(payment)) throw impossible("Nothing is authorized.");
  await want(ctx, payment, "release");
}

async function want({ tx }: Inside, { id }: PaymentRecord, wanted: "capture" | "release"): Promise<void> {
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
