import { type Cart, deliveryColumns } from "#lib/commerce/cart/index.ts";
import type { Address } from "#lib/platform/address.ts";
import { pick } from "#lib/platform/columns.ts";
import type { CountryChoice } from "./countries.ts";

/**
 * What the delivery form holds at first: what the cart knows, else where the account's parcels go, else the name that
 * the contact gave. Of an address in a country that is not among `countries`, the ones we ship to, the name is left.
 */
export function deliveryDefaults(cart: Cart, home: Address | null, countries: readonly CountryChoice[]) {
  const known = cart.shippingAddress ?? home;
  const { firstName, lastName } = known ?? splitName(cart.contactName);
  const isOffered = (country: string) => countries.some(({ code }) => code === country);
  const first = isOffered(cart.country) ? cart.country : (countries[0]?.code ?? cart.country);
  const shippingAddress: Address =
    known && isOffered(known.country) ? known : { firstName, lastName, country: first };
  return {
    ...pick(cart, deliveryColumns),
    shippingAddress,
    billingAddress: cart.billingAddress ?? { country: known?.country ?? first },
    billingSame: cart.billingAddress ? null : "on",
    shippingMethodId: cart.shippingMethod?.id,
  };
}

/** "Ada King Lovelace" is Ada King, Lovelace: a start that the shopper can put right. */
export function splitName(name: string | null): Pick<Address, "firstName" | "lastName"> {
  const words = name?.trim().split(/\s+/) ?? [];
  if (words.length < 2) return { firstName: words[0] };
  return { firstName: words.slice(0, -1).join(" "), lastName: words.at(-1) };
}
