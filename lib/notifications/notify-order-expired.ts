import { Prisma } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { expiredMail, sendOnce } from "#lib/mail/index.ts";
import { loadOrder } from "#lib/order/index.ts";
import { recipientOf } from "./notify-order-placed.ts";

/** Tells an account's owner that an order was cancelled because its money did not come. Bears a repeated event. */
export async function notifyOrderExpired({ orderId }: { orderId: string }): Promise<void> {
  const to = await recipientOf(orderId);
  const order = to && (await loadOrder({ actor: { type: "none" } }, Prisma.sql`o.id = ${orderId}::uuid`));
  if (!order) return;
  const url = `${env.STOREFRONT_URL}/account/orders/${order.id}`;
  await sendOnce(await expiredMail(order, { audience: "account", to, url }));
}
