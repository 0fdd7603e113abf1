import { type AddressDraft, fromWireAddress } from "../wire/address.ts";

/** An address of the wire as the content of an entry of an address book. */
export function toEntry(draft: AddressDraft) {
  const address = fromWireAddress(draft);
  return {
    country: address.country,
    firstName: address.firstName ?? "",
    lastName: address.lastName ?? "",
    fullAddress: [address.line1, address.line2].filter(Boolean).join(", "),
    city: address.city ?? "",
    state: address.region ?? "",
    pincode: address.postalCode ?? "",
    phone: address.phone ?? "",
    parts: address.parts ?? null,
  };
}
