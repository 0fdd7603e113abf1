import * as z from "zod";
import { type Address, country } from "#lib/address.ts";
import { line } from "#lib/text.ts";

const part = (max: number) => line(max, 0).nullish();

/** An address as clients send it; parts that this shop does not keep are left out (sheet 3.3). */
export const addressDraft = z.object({
  country,
  firstName: part(100),
  lastName: part(100),
  streetName: part(200),
  streetNumber: part(50),
  additionalStreetInfo: part(200),
  city: part(100),
  region: part(100),
  state: part(100),
  postalCode: part(20),
  phone: part(32),
  mobile: part(32),
});

export type AddressDraft = z.output<typeof addressDraft>;

export function fromWireAddress(draft: AddressDraft): Address {
  const { country, firstName, lastName, streetName, streetNumber, city, postalCode } = draft;
  return withoutBlanks({
    country,
    firstName,
    lastName,
    line1: [streetName, streetNumber].filter(Boolean).join(" "),
    line2: draft.additionalStreetInfo,
    city,
    region: draft.state || draft.region,
    postalCode,
    phone: draft.phone || draft.mobile,
  });
}

/** The street comes back whole, in streetName: where its number stood is not kept. */
export function toWireAddress(address: Address) {
  const { country, firstName, lastName, line1, line2, city, region, postalCode, phone } = address;
  return withoutBlanks({
    country,
    firstName,
    lastName,
    streetName: line1,
    additionalStreetInfo: line2,
    city,
    state: region,
    postalCode,
    phone,
  });
}

type Blank = null | undefined | "";

/** Absent members are left out, never null (sheet 0). */
export function withoutBlanks<T extends Record<string, unknown>>(
  given: T,
): { [K in keyof T as Exclude<T[K], Blank> extends never ? never : K]: Exclude<T[K], Blank> } {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined && value !== ""),
  ) as never;
}
