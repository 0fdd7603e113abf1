import { type Cart, deliveryColumns } from "#lib/commerce/cart/index.ts";
import { splitName } from "#lib/platform/address/full-name.ts";
import type { Address } from "#lib/platform/address.ts";
import { pick } from "#lib/platform/database/columns.ts";
import { spacedPhone } from "#lib/platform/phone.ts";
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
  const phone = cart.phone ?? known?.phone;
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
    phone: phone && spacedPhone(phone),
    billingSame: cart.billingAddress ? null : "on",
    shippingMethodId: cart.shippingMethod?.id,
  };
}

function joinName({ firstName, lastName }: Pick<Address, "firstName" | "lastName">): string {
  return [firstName, lastName].filter(Boolean).join(" ");
}
