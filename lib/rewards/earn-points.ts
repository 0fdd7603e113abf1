import { withTransaction } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import { fractionDigits } from "#lib/money.ts";

/**
 * One point for each whole unit of currency spent, once per order. Points stay with whoever placed it (seed 004).
 * A cancelled order earns none, also when its cancellation comes while the points are being written.
 */
export function earnPoints({ orderId }: { orderId: string }): Promise<void> {
  return withTransaction(async (tx) => {
    await tx.$queryRaw`select 1 from "order" where id = ${orderId}::uuid for share`;
    const order = await tx.order.findUnique({
      where: { id: orderId, status: { not: "cancelled" } },
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
    await tx.rewardEntry.createMany({
      data: [{ id: newId(), userId: order.userId, orderId, points }],
      skipDuplicates: true,
    });
  });
}
