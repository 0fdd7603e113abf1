import { type AddressField, addressPart, type FieldList, renamed } from "#lib/platform/filter/index.ts";
import { addressParts } from "../wire/address.ts";

/** An address's fields with their wire names (see wire/address.ts). */
export function wireAddress(address: AddressField) {
  const { firstName, lastName, line1, line2, city, region, postalCode, country, phone } = address.fields;
  const own = {
    firstName,
    lastName,
    streetName: line1,
    additionalStreetInfo: line2,
    city,
    state: region,
    postalCode,
    phone,
  };
  const parts: FieldList = Object.fromEntries(
    Object.keys(addressParts).map((name) => [
      name,
      addressPart(address, name, own[name as keyof typeof own]),
    ]),
  );
  return renamed(address, { ...parts, country });
}
