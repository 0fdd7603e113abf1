import { db } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import { fractionDigits } from "#lib/money.ts";

/** One point for each whole unit of currency spent, once per order. Points stay with whoever placed it (seed 004). */
export async function earnPoints({ orderId }: { orderId: string }): Promise<void> {
  const order = await db.order.findUnique({
    where: { id: orderId },
    select: {
      userId: true,
      currency: true,
      total: true,
      anonymousId: true,
      user: { select: { isAnonymous: true } },
    },
  });
  // A guest who became a customer before the points were written has left them behind.
  if (!order || (order.anonymousId !== null && !order.user.isAnonymous)) return;
  const points = order.total / 10n ** BigInt(fractionDigits(order.currency));
  await db.rewardEntry.createMany({
    data: [{ id: newId(), userId: order.userId, orderId, points }],
    skipDuplicates: true,
  });
}
