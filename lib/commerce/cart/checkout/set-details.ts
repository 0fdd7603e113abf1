import type { Context } from "#lib/platform/context.ts";
import type { Cart } from "../cart.ts";

type Details = Partial<Pick<Cart, "key" | "origin" | "purchaseOrderNumber" | "locale" | "expiresAfterDays">>;

/** Sets fields of a cart that depend on nothing else; null clears one. */
export function setDetails(_ctx: Context, cart: Cart, details: Details): Cart {
  return { ...cart, ...details };
}
