import { type Cart, deliveryColumns } from "#lib/commerce/cart/index.ts";
import type { Address } from "#lib/platform/address.ts";
import { pick } from "#lib/platform/database/columns.ts";
import type { CountryChoice } from "./countries.ts";

/**
 * The initial values of the delivery form: the cart's address, otherwise a likely one, otherwise the contact's name. If
 * the address is in a country that we do not ship to (`countries`), or another one was chosen, only the name is used.
 */
export function deliveryDefaults(cart: Cart, likely: Address | null, countries: readonly CountryChoice[]) {
  const chosen = cart.shippingMethod ? cart.country : likely?.country;
  const known = cart.shippingAddress ?? (likely?.country === chosen ? likely : null);
  const { firstName, lastName } = known ?? splitName(cart.contactName);
  const billing = cart.billingAddress;
  const isOffered = (country: string) => countries.some(({ code }) => code === country);
  const first = isOffered(cart.country) ? cart.country : (countries[0]?.code ?? cart.country);
  const shippingAddress: Address =
    known && isOffered(known.country) ? known : { firstName, lastName, country: first };
  return {
    ...pick(cart, deliveryColumns),
    shippingName: joinName({ firstName, lastName }),
    shippingAddress,
    billingName: billing ? joinName(billing) : null,
    billingAddress: billing ?? { country: known?.country ?? first },
    phone: cart.phone ?? known?.phone,
    billingSame: cart.billingAddress ? null : "on",
    shippingMethodId: cart.shippingMethod?.id,
  };
}

function joinName({ firstName, lastName }: Pick<Address, "firstName" | "lastName">): string {
  return [firstName, lastName].filter(Boolean).join(" ");
}

/** Splits "Ada King Lovelace" into Ada King and Lovelace: a guess that the shopper can correct. */
export function splitName(name: string | null): Pick<Address, "firstName" | "lastName"> {
  const words = name?.trim().split(/\s+/) ?? [];
  if (words.length < 2) return { firstName: words[0] };
  return { firstName: words.slice(0, -1).join(" "), lastName: words.at(-1) };
}
