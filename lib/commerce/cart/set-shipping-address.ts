import type { RowOf } from "#lib/platform/columns.ts";
import type { Context } from "#lib/platform/context.ts";
import type { Cart } from "./cart.ts";
import type { deliveryColumns } from "./columns.ts";
import { repriceCart } from "./reprice-cart.ts";

/** The shipping address and what belongs to it. */
export type Destination = Omit<RowOf<typeof deliveryColumns>, "country" | "billingAddress">;

/** Sets or clears the shipping address. Its country becomes the cart's, with other prices, taxes and methods. */
export async function setShippingAddress(ctx: Context, cart: Cart, to: Destination): Promise<Cart> {
  const after = { ...cart, ...to, country: to.shippingAddress?.country ?? cart.country };
  return after.country === cart.country ? after : repriceCart(ctx, after);
}
