import { getOrder, managePayment, type Order } from "#lib/commerce/order/index.ts";
import { asShop } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";

/** Refunds an order's payment, as an operator does: `amount` in minor units, or all that is left. */
export async function refundPaymentOf(orderId: string, amount: number | null = null): Promise<Order> {
  const payment = await db.payment.findFirstOrThrow({ where: { orderId }, orderBy: { captured: "desc" } });
  await managePayment(asShop, { id: payment.id, version: null, actions: [{ kind: "refund", amount }] });
  return getOrder(asShop, { id: orderId });
}
