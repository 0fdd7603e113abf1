import type { Context } from "#lib/platform/context.ts";
import type { Transaction } from "#lib/platform/db.ts";

/** Takes the points of a cancelled order back. The order is locked, so none are earned after that (see earnPoints). */
export async function takeBackPoints({ tx }: Context & { tx: Transaction }, orderId: string): Promise<void> {
  await tx.rewardEntry.deleteMany({ where: { orderId } });
}
