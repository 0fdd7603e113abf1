"use client";

import type { CountryChoice } from "#lib/storefront/checkout/countries.ts";
import { SelectField } from "../form/select-field.tsx";
import { useCountries } from "./use-countries.ts";

type Props = {
  name: string;
  label: string;
  update: string;
  countries: CountryChoice[];
  /** Loads more countries than these. */
  load?: (() => Promise<CountryChoice[]>) | undefined;
  autoComplete: string;
};

/** The country, which decides on the fields below. Without JavaScript a button loads them. */
export function CountryField({ name, label, update, countries, load, autoComplete }: Props) {
  const choices = useCountries(countries, load);
  return (
    <SelectField
      name={name}
      label={label}
      options={choices.map(({ code, name }) => ({ value: code, label: name }))}
      autoComplete={autoComplete}
    >
      <noscript>
        {/* The button that Enter presses, instead of the first visible one, which changes the country. */}
        <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
        <button type="submit" name="intent" value="update" className="button button-quiet button-small mt-2">
          {update}
        </button>
      </noscript>
    </SelectField>
  );
}
