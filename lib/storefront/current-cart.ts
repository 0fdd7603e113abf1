import { cache } from "react";
import { type Cart, carts } from "#lib/commerce/cart/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { cartHandle } from "./cart-cookie.ts";
import { contextWithCart } from "./current-context.ts";

/** The visitor's cart, or null. Creates none. Read with the session; without one by the cart's token, if there is one. */
export const currentCart = cache(async (): Promise<Cart | null> => {
  const [ctx, handle] = await Promise.all([contextWithCart(), cartHandle()]);
  if (ctx.actor.type === "none" && handle.token === null) return null;
  return perform(carts.find, ctx, { cart: handle });
});
