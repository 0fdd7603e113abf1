import { getTranslations } from "next-intl/server";
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

/** The fields of a country's addresses below the street, in its order. */
export type AddressLayout = { country: string; fields: AddressField[] };

export async function addressLayout(country: string): Promise<AddressLayout> {
  const { parts, required, names, examples } = addressRule(country);
  const t = await getTranslations("shop.address");
  const fields = parts.map((part) => ({
    part,
    label: t(`${part}.${names[part]}`),
    required: required.has(part),
    numeric: part === "postalCode" && examples.some((example) => /^\d+$/.test(example)),
    choices: part === "region" ? regionChoices(country) : [],
  }));
  return { country, fields };
}

/** The layouts of these countries, without duplicates and malformed values. */
export function layoutsOf(...countries: unknown[]): Promise<AddressLayout[]> {
  const codes = countries.filter((code) => typeof code === "string");
  return Promise.all([...new Set(codes)].map(addressLayout));
}
