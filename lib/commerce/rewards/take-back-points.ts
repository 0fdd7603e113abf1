import type { Context } from "#lib/platform/context.ts";
import type { Transaction } from "#lib/platform/db.ts";

/** Takes back the points of a cancelled order. The order is locked, so none are earned afterwards (see earnPoints). */
export async function takeBackPoints({ tx }: Context & { tx: Transaction }, orderId: string): Promise<void> {
  await tx.rewardEntry.deleteMany({ where: { orderId } });
}
