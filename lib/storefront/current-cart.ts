import { cache } from "react";
import { type Cart, carts } from "#lib/commerce/cart/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { cartHandle } from "./cart-cookie.ts";
import { currentContext } from "./current-context.ts";

/** The visitor's cart, or null. Creates none. One query per request, and none without a cookie. */
export const currentCart = cache(async (): Promise<Cart | null> => {
  const [ctx, handle] = await Promise.all([currentContext(), cartHandle()]);
  if (ctx.actor.type === "none" && handle.token === null) return null;
  return perform(carts.find, ctx, { cart: handle });
});
