"use client";

import type { AddressLayout } from "#lib/storefront/address-layout.ts";
import type { CountryChoice } from "#lib/storefront/countries.ts";
import { CountryField } from "../address/country-field.tsx";
import { PlaceFields } from "../address/place-fields.tsx";
import { TextField } from "../form/text-field.tsx";

type Words = Record<
  "country" | "updateCountry" | "firstName" | "lastName" | "line1" | "line2" | "optional" | "choose",
  string
>;

type Props = {
  name: string;
  purpose: "shipping" | "billing";
  countries: CountryChoice[];
  layouts: AddressLayout[];
  words: Words;
};

/** The fields of an address, with its country's parts and names. */
export function AddressFields({ name, purpose, countries, layouts, words }: Props) {
  return (
    <div className="grid gap-x-4 gap-y-5 sm:grid-cols-6">
      <CountryField
        name={`${name}.country`}
        label={words.country}
        update={words.updateCountry}
        countries={countries}
        autoComplete={`${purpose} country`}
      />
      <TextField
        name={`${name}.firstName`}
        label={words.firstName}
        autoComplete={`${purpose} given-name`}
        className="sm:col-span-3"
      />
      <TextField
        name={`${name}.lastName`}
        label={words.lastName}
        relaxed
        autoComplete={`${purpose} family-name`}
        className="sm:col-span-3"
      />
      <TextField
        name={`${name}.line1`}
        label={words.line1}
        autoComplete={`${purpose} address-line1`}
        className="sm:col-span-6"
      />
      <TextField
        name={`${name}.line2`}
        label={words.line2}
        optional={words.optional}
        autoComplete={`${purpose} address-line2`}
        className="sm:col-span-6"
      />
      <PlaceFields
        country={`${name}.country`}
        names={{ city: `${name}.city`, region: `${name}.region`, postalCode: `${name}.postalCode` }}
        layouts={layouts}
        purpose={`${purpose} `}
        words={words}
      />
    </div>
  );
}
