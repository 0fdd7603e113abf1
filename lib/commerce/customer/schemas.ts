import * as z from "zod";
import { normalizePlace, type Place, type PlaceFault, placeFaults } from "#lib/platform/address/place.ts";
import { country, placeIssue } from "#lib/platform/address.ts";
import { normalizePhone } from "#lib/platform/phone.ts";
import { line } from "#lib/platform/text.ts";

const parts = z.object({
  firstName: line(100),
  lastName: line(100, 0),
  fullAddress: line(300),
  city: line(100, 0),
  pincode: line(20, 0),
  state: line(100, 0),
  phone: line(32),
  country,
  isDefault: z.boolean(),
});

const { lastName, city, pincode, state, isDefault } = parts.shape;

/**
 * An entry of the address book. City, pincode and state may be empty if the country has none, and
 * the last name if the person has a single name.
 */
export const customerAddressInput = parts
  .extend({
    lastName: lastName.default(""),
    city: city.default(""),
    pincode: pincode.default(""),
    state: state.default(""),
    isDefault: isDefault.default(false),
  })
  .overwrite(normalizeEntry)
  .superRefine(
    (entry, context) => {
      for (const { field, fault } of entryFaults(entry)) {
        context.addIssue({ ...placeIssue(fault, entry.country), path: [field] });
      }
    },
    { when: ({ value }) => place.safeParse(value).success },
  );
export type CustomerAddressInput = z.output<typeof customerAddressInput>;

const place = parts.pick({ country: true }).extend({
  city: city.optional(),
  pincode: pincode.optional(),
  state: state.optional(),
});

/** A partial update. It is validated for its country together with the stored entry. */
export const customerAddressChange = parts.partial();
export type CustomerAddressChange = z.output<typeof customerAddressChange>;

type EntryPlace = { country: string; city: string; state: string; pincode: string };
type EntryFault = { field: keyof EntryPlace; fault: PlaceFault };

const fields = { city: "city", region: "state", postalCode: "pincode" } as const;

/** The fields that are not valid in the entry's country. */
export function entryFaults(entry: EntryPlace): EntryFault[] {
  return placeFaults(placeOf(entry)).map((fault) => ({ field: fields[fault.part], fault }));
}

/** Normalizes the entry for its country. */
export function normalizeEntry<E extends EntryPlace & { phone: string }>(entry: E): E {
  const { region = "", postalCode = "" } = normalizePlace(placeOf(entry));
  return { ...entry, state: region, pincode: postalCode, phone: normalizePhone(entry.phone, entry.country) };
}

function placeOf({ country, city, state, pincode }: EntryPlace): Place {
  return { country, city, region: state, postalCode: pincode };
}

/** An account, by its id or by the merchant's key for it. */
export const customerName = z.union([z.object({ id: z.string() }), z.object({ key: z.string() })]);
