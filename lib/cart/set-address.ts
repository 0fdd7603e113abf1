import type { Context } from "#lib/context.ts";
import type { Cart } from "./cart.ts";
import { repriceCart } from "./reprice-cart.ts";
import type { AddressInput } from "./schemas.ts";

/**
 * Says where the goods go; without a billing address the bill goes there too. Another country means other
 * prices, taxes and shipping methods: a method that does not go there is no longer chosen.
 */
export function setAddress(ctx: Context, cart: Cart, input: AddressInput): Promise<Cart> | Cart {
  const after = {
    ...cart,
    shippingAddress: input.shippingAddress,
    billingAddress: input.billingAddress ?? null,
    country: input.shippingAddress.country,
  };
  return after.country === cart.country ? after : repriceCart(ctx, after);
}
