import type { Context } from "#lib/platform/context.ts";
import { DomainError } from "#lib/platform/errors.ts";
import type { Cart } from "../cart.ts";
import type { ShippingMethodInput } from "../schemas.ts";
import { methodsFor } from "./methods-for.ts";

/** @throws shipping_method_not_available if the method is unknown or does not serve the cart's country */
export async function setShippingMethod(ctx: Context, cart: Cart, input: ShippingMethodInput): Promise<Cart> {
  const methods = await methodsFor(ctx, cart);
  const shippingMethod = methods.find((method) => method.id === input.shippingMethodId);
  if (!shippingMethod) {
    throw new DomainError(
      "shipping_method_not_available",
      "This shipping method is not available for the address",
    );
  }
  return { ...cart, shippingMethod };
}

/** The cart without a shipping method, after which an order cannot be placed. */
export function clearShippingMethod(_ctx: Context, cart: Cart): Cart {
  return { ...cart, shippingMethod: null };
}
