import type { cartFields } from "#lib/cart/index.ts";
import { renamed } from "#lib/filter/index.ts";

type AddressField = (typeof cartFields)["shippingAddress"];

/** An address with the names that it has on the wire (see wire/address.ts). */
export function wireAddress(address: AddressField) {
  const { firstName, lastName, line1, line2, city, region, postalCode, country, phone } = address.fields;
  return renamed(address, {
    firstName,
    lastName,
    streetName: line1,
    additionalStreetInfo: line2,
    city,
    state: region,
    postalCode,
    country,
    phone,
  });
}
