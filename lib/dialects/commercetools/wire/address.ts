import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { normalizePlace } from "#lib/platform/address/place.ts";
import { type Address, country } from "#lib/platform/address.ts";
import { line } from "#lib/platform/text.ts";
import { notSupported } from "./members.ts";

const part = (max: number) => line(max, 0).nullish();

/** The address members that the shop stores as sent. */
export const addressParts = {
  id: part(256),
  key: part(256),
  externalId: part(256),
  title: part(100),
  salutation: part(100),
  firstName: part(100),
  lastName: part(100),
  streetName: part(200),
  streetNumber: part(50),
  additionalStreetInfo: part(200),
  postalCode: part(20),
  city: part(100),
  region: part(100),
  state: part(100),
  company: part(200),
  department: part(200),
  building: part(200),
  apartment: part(100),
  pOBox: part(100),
  phone: part(32),
  mobile: part(32),
  email: part(254),
  fax: part(32),
  additionalAddressInfo: part(500),
};

type Part = keyof typeof addressParts;

/** An address in its wire shape. */
export const addressDraft = z.object({ country, ...addressParts, custom: notSupported });

export type AddressDraft = z.output<typeof addressDraft>;
export type WireAddress = { country: string } & { [P in Part]?: string };

/** The shop's own form of the address, normalized for its country, with the original parts if they contain more. */
export function fromWireAddress({ custom: _, ...draft }: AddressDraft): Address {
  const parts: WireAddress = withoutBlanks(draft);
  const { country, firstName, lastName, city, postalCode } = parts;
  const street = joined(" ", parts.streetName, parts.streetNumber);
  const address: Address = normalizePlace(
    withoutBlanks({
      country,
      firstName,
      lastName,
      line1: street || parts.pOBox,
      line2: joined(
        ", ",
        parts.company,
        parts.department,
        parts.additionalStreetInfo,
        parts.building,
        parts.apartment,
        street && parts.pOBox,
        parts.additionalAddressInfo,
      ),
      city,
      region: parts.state ?? parts.region,
      postalCode,
      phone: parts.phone ?? parts.mobile,
    }),
  );
  return isDeepStrictEqual(ownParts(address), parts) ? address : { ...address, parts };
}

/** The address in its original parts. */
export function toWireAddress(address: Address): WireAddress {
  const { parts, country } = address;
  return parts ? { ...parts, country } : ownParts(address);
}

function ownParts(address: Address): WireAddress {
  return withoutBlanks({ country: address.country, ...wireParts<string>(address) });
}

type OwnPart = "firstName" | "lastName" | "line1" | "line2" | "city" | "region" | "postalCode" | "phone";

/** The parts of the shop's own addresses by their names on the wire: the whole street is in streetName. */
export function wireParts<T>(own: { [P in OwnPart]?: T | undefined }) {
  const { firstName, lastName, line1, line2, city, region, postalCode, phone } = own;
  return {
    firstName,
    lastName,
    streetName: line1,
    additionalStreetInfo: line2,
    city,
    state: region,
    postalCode,
    phone,
  };
}

function joined(separator: string, ...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(separator);
}

type Blank = null | undefined | "";

/** Leaves absent members out; they are never null. */
export function withoutBlanks<T extends Record<string, unknown>>(
  given: T,
): { [K in keyof T as Exclude<T[K], Blank> extends never ? never : K]: Exclude<T[K], Blank> } {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined && value !== ""),
  ) as never;
}
