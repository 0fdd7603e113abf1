import { headers } from "next/headers";
import { auth } from "#lib/accounts/auth/index.ts";
import { type Cart, cartToken, findCart, saveCart, syncCart } from "#lib/commerce/cart/index.ts";
import type { Context, ContextOf } from "#lib/platform/context.ts";
import { log } from "#lib/platform/log.ts";
import { cartHandle, rememberCart } from "../cart-cookie.ts";

type User = { id: string; email: string; name: string; emailVerified: boolean };

/**
 * Starts a session without converting this browser's guest: orders stay with the guest, whose session ends. The cart's
 * lines move along, without contact and address. Only in actions.
 */
export async function leaveGuestBehind(
  guest: Context,
  start: (headers: Headers) => Promise<{ user: User }>,
): Promise<void> {
  const own = await headers();
  const ended = await auth.api.getSession({ headers: own });
  const cart = await findCart(guest, await cartHandle());
  const { user } = await start(withoutSession(own));
  const { id: userId, email, name, emailVerified } = user;
  if (cart) await carry(guest, cart, { type: "customer", userId, email, name, emailVerified });
  if (ended) await (await auth.$context).internalAdapter.deleteSession(ended.session.token);
}

/** better-auth converts a guest if the sign-in call has the guest's session. */
function withoutSession(own: Headers): Headers {
  const bare = new Headers(own);
  bare.delete("cookie");
  bare.delete("authorization");
  return bare;
}

/** A cart without an owner belongs to the next session that uses it. If this fails, the shopper is still signed in. */
async function carry(guest: Context, cart: Cart, actor: ContextOf<"customer">["actor"]): Promise<void> {
  const nobody = { userId: null, anonymousId: null, email: null, contactName: null, phone: null };
  const nowhere = { shippingAddress: null, billingAddress: null, shippingMethod: null };
  try {
    const released = await saveCart(guest, cart, { ...cart, ...nobody, ...nowhere });
    if (released) await rememberCart(await syncCart({ actor }, { token: cartToken(cart.id) }));
  } catch (error) {
    log.error({ err: error, cartId: cart.id }, "a cart could not be carried over");
  }
}
