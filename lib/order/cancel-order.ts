import { type Context, inTransaction, requireShopper } from "#lib/context.ts";
import { Prisma } from "#lib/db.ts";
import { releaseDiscountUses } from "#lib/discount/index.ts";
import { DomainError } from "#lib/errors.ts";
import { publish } from "#lib/events/index.ts";
import { newId } from "#lib/ids.ts";
import { getOrder } from "./get-order.ts";
import { isCancellable, type Order } from "./order.ts";

import { returnStock } from "./take-stock.ts";

/**
 * Cancels one of the shopper's own orders: stock and coupon uses go back, the payment is let
 * go once that is settled (see releasePayments).
 * Asked again for a cancelled order it changes nothing.
 * @throws unauthenticated, not_found, order_not_cancellable once something has been sent
 */
export async function cancelOrder(ctx: Context, input: { id: string }): Promise<Order> {
  const { userId } = requireShopper(ctx);
  return inTransaction(ctx, async (inside) => {
    await inside.tx.$queryRaw(
      Prisma.sql`select 1 from "order" where id = ${input.id}::uuid and user_id = ${userId}::uuid for update`,
    );
    const order = await getOrder(inside, input);
    if (order.status === "cancelled") return order;
    if (!isCancellable(order))
      throw new DomainError("order_not_cancellable", "This order can no longer be cancelled");
    const at = new Date();
    const paymentStatus = order.paymentStatus === "paid" ? ("refunded" as const) : ("voided" as const);
    await inside.tx.order.updateMany({
      where: { id: order.id },
      data: { status: "cancelled", paymentStatus, cancelledAt: at, version: { increment: 1 } },
    });
    await inside.tx.orderEvent.createMany({
      data: [{ id: newId(), orderId: order.id, userId, type: "order.cancelled", at }],
    });
    await returnStock(inside, order.lines);
    await releaseDiscountUses(inside, order.id);
    await inside.tx.payment.updateMany({ where: { orderId: order.id }, data: { status: paymentStatus } });
    await publish(inside, "order.cancelled", { orderId: order.id });
    return getOrder(inside, input);
  });
}
