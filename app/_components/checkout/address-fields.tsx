"use client";

import { useField } from "@conform-to/react";
import type { CountryChoice } from "#lib/storefront/countries.ts";
import { SelectField } from "../form/select-field.tsx";
import { TextField } from "../form/text-field.tsx";

type Words = Record<
  | "country"
  | "firstName"
  | "lastName"
  | "line1"
  | "line2"
  | "city"
  | "state"
  | "province"
  | "county"
  | "zip"
  | "postalCode"
  | "optional"
  | "updateCountry",
  string
>;

type Props = { name: string; purpose: "shipping" | "billing"; countries: CountryChoice[]; words: Words };

/** An address with the parts that its country uses, by the names it has for them. */
export function AddressFields({ name, purpose, countries, words }: Props) {
  const [chosen] = useField<string>(`${name}.country`);
  const country = countries.find(({ code }) => code === chosen.value) ?? countries[0];
  const field = (part: string) => ({ name: `${name}.${part}` });
  return (
    <div className="grid gap-x-4 gap-y-5 sm:grid-cols-6">
      <SelectField
        {...field("country")}
        label={words.country}
        options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        autoComplete={`${purpose} country`}
        className="sm:col-span-6"
      >
        <noscript>
          <button
            type="submit"
            name="intent"
            value="country"
            className="button button-quiet button-small mt-2"
          >
            {words.updateCountry}
          </button>
        </noscript>
      </SelectField>
      <TextField
        {...field("firstName")}
        label={words.firstName}
        autoComplete={`${purpose} given-name`}
        className="sm:col-span-3"
      />
      <TextField
        {...field("lastName")}
        label={words.lastName}
        autoComplete={`${purpose} family-name`}
        className="sm:col-span-3"
      />
      <TextField
        {...field("line1")}
        label={words.line1}
        autoComplete={`${purpose} address-line1`}
        className="sm:col-span-6"
      />
      <TextField
        {...field("line2")}
        label={words.line2}
        optional={words.optional}
        autoComplete={`${purpose} address-line2`}
        className="sm:col-span-6"
      />
      <TextField
        {...field("city")}
        label={words.city}
        autoComplete={`${purpose} address-level2`}
        className="sm:col-span-2"
      />
      {country?.region && (
        <TextField
          {...field("region")}
          label={words[country.region]}
          relaxed
          autoComplete={`${purpose} address-level1`}
          className="sm:col-span-2"
        />
      )}
      {country?.postalCode && (
        <TextField
          {...field("postalCode")}
          label={words[country.postalCode]}
          autoComplete={`${purpose} postal-code`}
          autoCapitalize="characters"
          inputMode={country.postalCode === "zip" ? "numeric" : "text"}
          className="sm:col-span-2"
        />
      )}
    </div>
  );
}
