import { orders } from "#lib/commerce/order/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { cartHandle } from "../visitor/cart-cookie.ts";
import { currentContext } from "../visitor/current-context.ts";

/** The page that follows a purchase. */
export function placedPath(orderId: string): string {
  return `/checkout/placed/${orderId}`;
}

/** The page on which its owner sees an order: in the account, or, as a guest, in the browser that placed it. */
export function ownOrderPath({ actor }: Context, orderId: string): string {
  return actor.type === "customer" ? `/account/orders/${orderId}` : placedPath(orderId);
}

/**
 * The path of the order that the browser's cart became; null if it is still a cart. A browser that got the answer has
 * dropped the cart; one that still has it never learned that the order was placed.
 */
export async function pathOfUsedCart(): Promise<string | null> {
  const { token } = await cartHandle();
  const orderId = token && (await perform(orders.findPlaced, await currentContext(), { token }));
  return orderId ? placedPath(orderId) : null;
}
