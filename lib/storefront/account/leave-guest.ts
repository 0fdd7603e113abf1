import { headers } from "next/headers";
import { auth } from "#lib/accounts/auth/index.ts";
import { type Cart, cartToken, findCart, saveCart, syncCart } from "#lib/commerce/cart/index.ts";
import type { Actor, Context } from "#lib/platform/context.ts";
import { log } from "#lib/platform/log.ts";
import { cartHandle, rememberCart } from "../cart-cookie.ts";

type User = { id: string; email: string; name: string; emailVerified: boolean };

/**
 * Starts a session that takes nothing over from the guest of this browser: orders stay the guest's, whose session
 * ends here. What is in the cart comes along, without whom and where it was for. Only in actions.
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

/** better-auth hands a guest over when it sees the guest's session in the call that starts another. */
function withoutSession(own: Headers): Headers {
  const bare = new Headers(own);
  bare.delete("cookie");
  bare.delete("authorization");
  return bare;
}

/** A cart without an owner belongs to who uses it next. Should this fail, the shopper is signed in all the same. */
async function carry(guest: Context, cart: Cart, actor: Actor): Promise<void> {
  const nobody = { userId: null, anonymousId: null, email: null, contactName: null, phone: null };
  const nowhere = { shippingAddress: null, billingAddress: null, shippingMethod: null };
  try {
    const released = await saveCart(guest, cart, { ...cart, ...nobody, ...nowhere });
    if (released) await rememberCart(await syncCart({ actor }, { token: cartToken(cart.id) }));
  } catch (error) {
    log.error({ err: error, cartId: cart.id }, "a cart could not be carried over");
  }
}
