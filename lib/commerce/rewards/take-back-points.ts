import type { TransactionContext } from "#lib/platform/context.ts";

/** Takes back the points of a cancelled order. The order is locked, so none are earned afterwards (see earnPoints). */
export async function takeBackPoints({ tx }: TransactionContext, orderId: string): Promise<void> {
  await tx.rewardEntry.deleteMany({ where: { orderId } });
}
