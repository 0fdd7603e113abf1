import { db, Prisma } from "#lib/db.ts";
import { sendOnce } from "#lib/mail/index.ts";
import { loadOrder } from "#lib/order/index.ts";
import { orderMail } from "./order-mail.ts";

/** Who gets the shop's default mail about an order: the account that placed it. An anonymous user has no mailbox. */
export async function recipientOf(orderId: string): Promise<{ name: string; address: string } | null> {
  const order = await db.order.findUnique({
    where: { id: orderId },
    select: {
      email: true,
      anonymousId: true,
      user: { select: { isAnonymous: true, name: true, email: true } },
    },
  });
  if (!order || order.user.isAnonymous || order.anonymousId !== null) return null;
  return { name: order.user.name, address: order.email ?? order.user.email };
}

/** Tells an account's owner that the order has come in. Bears a repeated event. */
export async function notifyOrderPlaced({ orderId }: { orderId: string }): Promise<void> {
  const recipient = await recipientOf(orderId);
  const order =
    recipient && (await loadOrder({ actor: { type: "none" } }, Prisma.sql`o.id = ${orderId}::uuid`));
  if (order) await sendOnce(await orderMail(order, recipient));
}
