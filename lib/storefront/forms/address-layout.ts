import { getTranslations } from "next-intl/server";
import { familyNameFirst } from "#lib/platform/address/full-name.ts";
import { type RegionChoice, regionChoices } from "#lib/platform/address/region.ts";
import { addressRule, type PlacePart } from "#lib/platform/address/rule.ts";

/** A field below the street: the country's name for it, whether it is required, and its choices. */
export type AddressField = {
  part: PlacePart;
  label: string;
  required: boolean;
  numeric: boolean;
  choices: RegionChoice[];
};

/**
 * A country's address: the fields below the street, in its order, but the postal code first where it determines the
 * region; and whether the name is given in parts, family name first, because it is written without a space between them
 * or has to be found by it.
 */
export type AddressLayout = { country: string; fields: AddressField[]; hasNameParts: boolean };

/** The layout of a country's addresses, with its labels in the reader's language. */
export async function addressLayout(country: string): Promise<AddressLayout> {
  const { parts, required, names, examples, postalCodesByRegion } = addressRule(country);
  const isFirst = (part: PlacePart) => part === "postalCode" && postalCodesByRegion.length > 0;
  const t = await getTranslations("shop.address");
  const order = [...parts.filter(isFirst), ...parts.filter((part) => !isFirst(part))];
  const fields = order.map((part) => ({
    part,
    label: t(`${part}.${names[part]}`),
    required: required.has(part),
    numeric: part === "postalCode" && examples.some((example) => /^\d+$/.test(example)),
    choices: part === "region" ? regionChoices(country) : [],
  }));
  return { country, fields, hasNameParts: familyNameFirst.has(country) };
}

/** The layouts of these countries, without duplicates and malformed values. */
export function layoutsOf(...countries: unknown[]): Promise<AddressLayout[]> {
  const codes = countries.filter((code) => typeof code === "string");
  return Promise.all([...new Set(codes)].map(addressLayout));
}
