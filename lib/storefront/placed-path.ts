import { orders } from "#lib/commerce/order/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { cartHandle } from "./cart-cookie.ts";
import { currentContext } from "./current-context.ts";

export function placedPath(orderId: string): string {
  return `/checkout/placed/${orderId}`;
}

/**
 * Where the order is that the cart in the visitor's browser has become; null while it is a cart. A browser that had the
 * answer has let go of that cart; one that still names it never learned that the order was placed.
 */
export async function pathOfUsedCart(): Promise<string | null> {
  const { token } = await cartHandle();
  const orderId = token && (await perform(orders.findPlaced, await currentContext(), { token }));
  return orderId ? placedPath(orderId) : null;
}
