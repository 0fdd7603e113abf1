import { now } from "#lib/platform/clock.ts";
import type { TransactionContext } from "#lib/platform/context.ts";
import { newId } from "#lib/platform/ids.ts";

/**
 * What is left of a payment's captured amount after all refunds that have not failed, in minor units. Locks the payment
 * until the transaction ends.
 */
export async function refundableOf({ tx }: TransactionContext, paymentId: string): Promise<number> {
  await tx.$queryRaw`select 1 from payment where id = ${paymentId}::uuid for update`;
  const { captured, refunded, refunds } = await tx.payment.findUniqueOrThrow({
    where: { id: paymentId },
    select: {
      captured: true,
      refunded: true,
      refunds: { where: { state: { not: "failed" } }, select: { amount: true } },
    },
  });
  const asked = refunds.map(({ amount }) => Number(amount));
  return leftToRefund(asked, { captured: Number(captured), refunded: Number(refunded) });
}

/** The same of known amounts: `asked` are the refunds that have not failed. */
export function leftToRefund(
  asked: readonly number[],
  { captured, refunded }: { captured: number; refunded: number },
): number {
  return (
    captured -
    Math.max(
      asked.reduce((sum, amount) => sum + amount, 0),
      refunded,
    )
  );
}

/** Records refunds of these amounts. tendPayment sends them to the provider once the payment is due. */
export async function requestRefund(
  { tx }: TransactionContext,
  paymentId: string,
  ...amounts: number[]
): Promise<void> {
  const at = now();
  const data = amounts.map((amount) => ({ id: newId(), paymentId, amount, createdAt: at }));
  await tx.refund.createMany({ data });
  await tx.payment.updateMany({
    where: { id: paymentId },
    data: { updatedAt: at, version: { increment: 1 } },
  });
}
