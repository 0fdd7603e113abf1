import { cookies } from "next/headers";
import { lifetimes } from "#lib/accounts/auth/index.ts";
import { type Cart, type CartHandle, cartToken } from "#lib/commerce/cart/index.ts";
import { env } from "#lib/platform/env.ts";
import { handleOf, cartCookie as name } from "./session-cart.ts";

/** The cart handle of the visitor's browser. */
export async function cartHandle(): Promise<CartHandle> {
  return handleOf((await cookies()).get(name)?.value);
}

/** Stores the cart's token in the visitor's browser. Only in actions, which can set cookies. */
export async function rememberCart(cart: Cart): Promise<void> {
  await keep(cartToken(cart.id));
}

/** Extends the cookie together with the session. */
export async function extendCartCookie(): Promise<void> {
  const { token } = await cartHandle();
  if (token !== null) await keep(token);
}

async function keep(token: string): Promise<void> {
  (await cookies()).set(name, token, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: env.STOREFRONT_URL.startsWith("https:"),
    maxAge: lifetimes.session,
  });
}

/** Removes the token of a cart that has become an order. */
export async function forgetCart(): Promise<void> {
  (await cookies()).delete(name);
}
