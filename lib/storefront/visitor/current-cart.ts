import { cache } from "react";
import type { Cart } from "#lib/commerce/cart/index.ts";
import { requireVisitor } from "../public-pages/given.ts";
import { cartHandle } from "./cart-cookie.ts";
import { currentSession } from "./current-context.ts";
import { cartOf } from "./session-cart.ts";

/** The visitor's cart, or null. Creates none. */
export const currentCart = cache(async (): Promise<Cart | null> => {
  requireVisitor();
  const [session, handle] = await Promise.all([currentSession(), cartHandle()]);
  return cartOf(session, handle);
});
