import type { Address } from "#lib/platform/address.ts";
import type { Context } from "#lib/platform/context.ts";
import type { Cart } from "./cart.ts";

/** Sets or clears the billing address. Without one, the shipping address is used. */
export function setBillingAddress(_ctx: Context, cart: Cart, address: Address | null): Cart {
  return { ...cart, billingAddress: address };
}
