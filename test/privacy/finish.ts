import { db } from "#lib/platform/database/db.ts";

/** Marks an order as delivered, so that its data may be erased. */
export async function deliver(orderId: string): Promise<void> {
  await db.order.update({
    where: { id: orderId },
    data: { status: "delivered", fulfillmentStatus: "delivered" },
  });
}

/** The amounts of an order and its lines, which have to stay on the books. */
export async function booksOf(orderId: string) {
  const { subtotal, discount, shipping, tax, total, currency, country, lines, payments, coupons } =
    await db.order.findUniqueOrThrow({ where: { id: orderId }, include: { lines: true, payments: true } });
  return { subtotal, discount, shipping, tax, total, currency, country, lines, payments, coupons };
}
