import { type Cart, type Change, changeCart } from "#lib/commerce/cart/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { cartHandle, rememberCart } from "./cart-cookie.ts";
import { ensureShopper } from "./ensure-shopper.ts";

/** Changes the visitor's cart; the first change makes the shopper and the cart. Only in actions. */
export async function writeCart(change: Change): Promise<{ ctx: Context; cart: Cart }> {
  const ctx = await ensureShopper();
  const cart = await changeCart(ctx, await cartHandle(), change);
  await rememberCart(cart);
  return { ctx, cart };
}
