import { type AddressField, addressPart, renamed, type Scalar, without } from "#lib/platform/filter/index.ts";
import { addressParts, wireParts } from "../wire/address.ts";

/** An address's fields with their wire names (see wire/address.ts). */
export function wireAddress(address: AddressField) {
  const own = wireParts<Scalar>(address.fields);
  const parts = Object.fromEntries(
    Object.keys(addressParts).map((name) => [
      name,
      addressPart(address, name, own[name as keyof typeof own]),
    ]),
  ) as Record<keyof typeof addressParts, Scalar>;
  return renamed(address, { ...parts, country: address.fields.country, ...without("custom") });
}
