import type { AttemptState } from "#lib/commerce/payment/index.ts";
import { findProvider } from "#lib/commerce/payment/index.ts";
import { now } from "#lib/platform/clock.ts";
import type { TransactionContext } from "#lib/platform/context.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Order, PaymentStatus } from "../order.ts";
import type { OrderStep } from "../update-order.ts";
import { ended, hasOnlyEnded, recordOtherwise } from "./paid-otherwise.ts";

/**
 * Records a payment status that the merchant sets, and the money that it implies: "paid" is a charge of the due amount,
 * "refunded" a refund of all of it, and any other status means that no money came. If a provider took no money and never
 * will (an authorization has lapsed), "paid" is a payment of its own, that came without a provider.
 * @throws bad_request if a provider holds the money, which only moves there
 */
export function changePayment(paymentStatus: PaymentStatus): OrderStep {
  return async (ctx, order) => {
    if (order.paymentStatus === paymentStatus) return null;
    const isPaidOtherwise = paymentStatus === "paid" && (await hasOnlyEnded(ctx, order));
    if (isPaidOtherwise) await recordOtherwise(ctx, order);
    else {
      await checkByHand(ctx, order);
      await recordStatus(ctx, order, paymentStatus);
    }
    return { changed: { paymentStatus }, events: eventsOf(order, paymentStatus) };
  };
}

/** @throws bad_request */
async function checkByHand({ tx }: TransactionContext, { id }: Order): Promise<void> {
  const ofProvider = { orderId: id, reference: { not: null } };
  const byHand = await tx.payment.count({ where: { orderId: id, reference: null } });
  // Beside money that came by hand, a payment that took none and never will is history.
  const where = byHand > 0 ? { ...ofProvider, NOT: ended } : ofProvider;
  const held = await tx.payment.findFirst({ where });
  if (!held) return;
  const title = findProvider(held.provider)?.title ?? held.provider;
  throw new DomainError(
    "bad_request",
    `The payment of this order is made with ${title}. Capture, refund or cancel that payment instead.`,
  );
}

const states = {
  pending: "awaited",
  authorized: "awaited",
  paid: "captured",
  refunded: "refunded",
  declined: "declined",
  voided: "released",
} as const satisfies Record<PaymentStatus, AttemptState>;

/** Records what a status means for the payments of an order that no provider knows of. */
export async function recordStatus(
  { tx }: TransactionContext,
  { id }: Pick<Order, "id">,
  status: PaymentStatus,
): Promise<void> {
  const payments = await tx.payment.findMany({
    where: { orderId: id, reference: null },
    include: { refunds: true },
  });
  for (const { id: paymentId, amount, refunds } of payments) {
    const isRefunded = status === "refunded";
    const isPaid = isRefunded || status === "paid";
    const counted = refunds.filter(({ state }) => state !== "failed");
    const given = counted.reduce((sum, refund) => sum + refund.amount, 0n);
    await tx.refund.updateMany({
      where: { id: { in: counted.map((refund) => refund.id) } },
      data: { state: isRefunded ? "done" : "failed" },
    });
    if (isRefunded && amount > given)
      await tx.refund.create({ data: { id: newId(), paymentId, amount: amount - given, state: "done" } });
    await tx.payment.update({
      where: { id: paymentId },
      data: {
        state: states[status],
        captured: isPaid ? amount : 0n,
        refunded: isRefunded ? amount : 0n,
        version: { increment: 1 },
        updatedAt: now(),
      },
    });
  }
}

function eventsOf({ balance }: Order, status: PaymentStatus) {
  if (status === "paid") return [{ type: "order.paid" } as const];
  const amount = balance.paid - balance.refunded;
  return status === "refunded" ? [{ type: "order.refunded", ...(amount > 0 && { amount }) } as const] : [];
}
