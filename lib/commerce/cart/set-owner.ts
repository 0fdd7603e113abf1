import type { Context } from "#lib/platform/context.ts";
import type { Cart } from "./cart.ts";
import type { CartOwner } from "./create-cart.ts";

/** Changes the owner of the cart; it may have none. */
export function setOwner(_ctx: Context, cart: Cart, owner: CartOwner): Cart {
  return { ...cart, ...owner };
}
