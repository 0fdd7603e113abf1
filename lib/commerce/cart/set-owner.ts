import { couponsOf } from "#lib/commerce/discount/index.ts";
import type { Context } from "#lib/platform/context.ts";
import type { Cart } from "./cart.ts";
import type { CartOwner } from "./create-cart.ts";

/** Changes the owner of the cart; it may have none. Coupons that the new one has used up no longer apply. */
export async function setOwner(ctx: Context, cart: Cart, owner: CartOwner): Promise<Cart> {
  const after = { ...cart, ...owner };
  return { ...after, coupons: await couponsOf(ctx, after, cart.coupons) };
}
