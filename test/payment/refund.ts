import { getOrder, managePayment, type Order } from "#lib/commerce/order/index.ts";
import { db } from "#lib/platform/db.ts";

const shop = { actor: { type: "shop" } } as const;

/** Refunds an order's payment, as an operator does: `amount` in minor units, or all that is left. */
export async function refundPaymentOf(orderId: string, amount: number | null = null): Promise<Order> {
  const payment = await db.payment.findFirstOrThrow({ where: { orderId }, orderBy: { captured: "desc" } });
  await managePayment(shop, { id: payment.id, version: null, actions: [{ kind: "refund", amount }] });
  return getOrder(shop, { id: orderId });
}
