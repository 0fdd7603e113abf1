import type { Context } from "#lib/platform/context.ts";
import type { Cart } from "../cart.ts";
import { nowhere } from "../create-cart.ts";
import { repriceCart } from "../totals/reprice-cart.ts";

/** Sets or clears the country whose prices apply. A shipping address overrides it. */
export async function setCountry(ctx: Context, cart: Cart, country: string | null): Promise<Cart> {
  if (cart.shippingAddress) return cart;
  return repriceCart(ctx, { ...cart, country: country ?? nowhere });
}
