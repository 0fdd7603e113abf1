import {
  loadOrder,
  type Order,
  type PlaceOrder,
  placeOrder,
  receiveWebhook,
} from "#lib/commerce/order/index.ts";
import { asShop, type ShopperContext } from "#lib/platform/context.ts";
import { db, Prisma } from "#lib/platform/database/db.ts";
import { makeVariant, type Sellable } from "#test/support/catalogue.ts";
import { type Ready, readyToPlace } from "#test/support/checkout.ts";
import { type Session, shopperOf } from "#test/support/sessions.ts";

/** A shopper with a cart that is ready to be placed. */
export type AtTheTill = Ready & { ctx: ShopperContext; cartId: string; variant: Sellable };

export async function atTheTill(
  stock = 5,
  who: { session?: Session; email?: string; coupons?: string[] } = {},
): Promise<AtTheTill> {
  const variant = await makeVariant({ stock });
  const ready = await readyToPlace({ variant, quantity: 2, ...who });
  const actor = await shopperOf(ready.session);
  const { id: cartId } = await db.cart.findFirstOrThrow({
    where: { userId: ready.session.userId, status: "active" },
  });
  return { ...ready, ctx: { actor }, cartId, variant };
}

/** Pays with the test gateway, by default on its page. */
export function pay({ ctx, cart }: AtTheTill, how: Partial<PlaceOrder> = {}) {
  const by = { paymentProvider: "gateway", paymentMethod: "page" };
  return placeOrder(ctx, { cart: { token: cart }, ...by, ...how });
}

/** The same, expecting a redirect to the page. Returns the attempt's id. */
export async function goToPage(shopper: AtTheTill): Promise<string> {
  const placed = await pay(shopper);
  if (!placed.attempt) throw new Error("There was no redirect to a page");
  return placed.attempt.id;
}

/** The order of the shopper's cart; null if there is none. */
export function orderOf({ cartId }: Pick<AtTheTill, "cartId">): Promise<Order | null> {
  return loadOrder(asShop, Prisma.sql`o.cart_id = ${cartId}::uuid`);
}

/** Posts a notice to the webhook of the test gateway. */
export async function notify(notice: unknown): Promise<void> {
  const body = JSON.stringify(notice);
  await receiveWebhook("gateway", new Request("http://shop/webhooks/gateway", { method: "POST", body }));
}

/** Makes every payment of the cart expire and due. */
export async function letTimePass({ cartId }: Pick<AtTheTill, "cartId">): Promise<void> {
  const past = new Date(Date.now() - 2 * 3_600_000);
  await db.payment.updateMany({ where: { cartId }, data: { expiresAt: past } });
  await makeDue({ cartId });
}

/** Makes every payment due that the worker still follows. */
export async function makeDue({ cartId }: Pick<AtTheTill, "cartId">): Promise<void> {
  await db.payment.updateMany({ where: { cartId, dueAt: { not: null } }, data: { dueAt: new Date(0) } });
}
