import type { Address } from "#lib/address.ts";
import type { Cart } from "#lib/cart/index.ts";

/** What the delivery form holds at first: what the cart knows, else where the account's parcels go, else the name that the contact gave. */
export function deliveryDefaults(cart: Cart, home: Address | null = null) {
  const known: Address = cart.shippingAddress ??
    home ?? { ...splitName(cart.contactName), country: cart.country };
  const billing = cart.billingAddress;
  return {
    shippingAddress: known,
    billingAddress: billing ?? { country: known.country },
    billingSame: billing ? null : "on",
    shippingMethodId: cart.shippingMethod?.id,
  };
}

/** "Ada King Lovelace" is Ada King, Lovelace: a start that the shopper can put right. */
export function splitName(name: string | null): Pick<Address, "firstName" | "lastName"> {
  const words = name?.trim().split(/\s+/) ?? [];
  if (words.length < 2) return { firstName: words[0] };
  return { firstName: words.slice(0, -1).join(" "), lastName: words.at(-1) };
}
