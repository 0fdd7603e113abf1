import { type CallerSession, sessionFrom } from "#lib/accounts/auth/index.ts";
import { type Cart, type CartHandle, carts } from "#lib/commerce/cart/index.ts";
import { callerOf } from "#lib/platform/http/index.ts";
import { perform } from "#lib/platform/verb/index.ts";

/** The cookie that contains the store API's x-cart-token. */
export const cartCookie = "cart-token";

const longestToken = 200;

/** The cart handle of a browser with this token in its cookie. */
export function handleOf(token: string | undefined): CartHandle {
  return { token: token !== undefined && token.length <= longestToken ? token : null };
}

/** The session of a browser. Its cart is read along: nearly every page shows how much is in it. */
export function sessionOf(headers: Headers, cart: CartHandle): Promise<CallerSession> {
  return sessionFrom(headers, carts.find.policy.readsFirst?.({ cart }));
}

/** The browser's cart, or null. Creates none. Without a session it is read by its token, if there is one. */
export async function cartOf({ actor, along }: CallerSession, handle: CartHandle): Promise<Cart | null> {
  if (actor.type === "none" && handle.token === null) return null;
  return perform(carts.find, { ...callerOf(actor), along }, { cart: handle });
}
