import type { OrderReader } from "#lib/commerce/notifications/mails/index.ts";
import { isGuestOrder, type Order } from "#lib/commerce/order/index.ts";
import { db } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { guestsOfShop } from "./guests.ts";

/**
 * The recipient of mails about an order: the account, or the guest with a link from the guest checkout. Null if there
 * is none: an anonymous user has no mailbox, and without the module a guest has no link.
 */
export async function readerOf(order: Order): Promise<OrderReader | null> {
  return isGuestOrder(order) ? guestOf(order) : accountOf(order);
}

async function accountOf({ id, userId, email }: Order): Promise<OrderReader | null> {
  const user = await db.user.findUnique({
    where: { id: userId, isAnonymous: false },
    select: { name: true, email: true },
  });
  if (!user) return null;
  const to = { name: user.name, address: email ?? user.email };
  return { audience: "account", to, url: `${env.STOREFRONT_URL}/account/orders/${id}` };
}

async function guestOf(order: Order): Promise<OrderReader | null> {
  const guests = guestsOfShop();
  if (order.email === null || !guests) return null;
  const to = { name: order.contactName, address: order.email };
  return { audience: "guest", to, url: await guests.orderUrl(order.id) };
}
