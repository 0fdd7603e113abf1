import { cookies } from "next/headers";
import { lifetimes } from "#lib/accounts/auth/index.ts";
import { type Cart, type CartHandle, cartToken } from "#lib/commerce/cart/index.ts";
import { env } from "#lib/platform/env.ts";

const name = "cart-token";
const longestToken = 200;

/** How the visitor's browser names its cart: the cookie holds what the store API calls x-cart-token. */
export async function cartHandle(): Promise<CartHandle> {
  const token = (await cookies()).get(name)?.value ?? null;
  return { token: token !== null && token.length <= longestToken ? token : null };
}

/** Keeps the cart in the visitor's browser. Only where cookies can be set: in actions. */
export async function rememberCart(cart: Cart): Promise<void> {
  await keep(cartToken(cart.id));
}

/** Keeps what is there for as long as a session that has just been prolonged. */
export async function prolongCart(): Promise<void> {
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

/** Lets go of a cart that has become an order. */
export async function forgetCart(): Promise<void> {
  (await cookies()).delete(name);
}
