import type { Address } from "#lib/platform/address.ts";
import type { RowOf } from "#lib/platform/columns.ts";
import type { Context } from "#lib/platform/context.ts";
import type { Cart } from "./cart.ts";
import type { deliveryColumns } from "./columns.ts";
import { type CartOwner, nowhere } from "./create-cart.ts";
import { repriceCart } from "./reprice-cart.ts";

// Changes of a cart that a dialect asks for one by one; null takes a thing out again.

/** What is said of the place where the goods go. */
export type Destination = Omit<RowOf<typeof deliveryColumns>, "country" | "billingAddress">;

/** Where the goods go. The address's country becomes the cart's: other prices, taxes and shipping methods. */
export async function setShippingAddress(ctx: Context, cart: Cart, to: Destination): Promise<Cart> {
  const after = { ...cart, ...to, country: to.shippingAddress?.country ?? cart.country };
  return after.country === cart.country ? after : repriceCart(ctx, after);
}

/** Where the bill goes; without one it goes where the goods go. */
export function setBillingAddress(_ctx: Context, cart: Cart, address: Address | null): Cart {
  return { ...cart, billingAddress: address };
}

/** The country whose prices count while there is no shipping address; once there is one, it decides. */
export async function setCountry(ctx: Context, cart: Cart, country: string | null): Promise<Cart> {
  if (cart.shippingAddress) return cart;
  return repriceCart(ctx, { ...cart, country: country ?? nowhere });
}

export function clearShippingMethod(_ctx: Context, cart: Cart): Cart {
  return { ...cart, shippingMethod: null };
}

/** Gives the cart to somebody else, or to nobody. */
export function setOwner(_ctx: Context, cart: Cart, owner: CartOwner): Cart {
  return { ...cart, ...owner };
}

type Settings = Partial<Pick<Cart, "key" | "origin" | "purchaseOrderNumber" | "locale" | "expiresAfterDays">>;

/** The merchant's names for the cart, who began it, its language, and after how many days without a change it goes. */
export function setSettings(_ctx: Context, cart: Cart, settings: Settings): Cart {
  return { ...cart, ...settings };
}
