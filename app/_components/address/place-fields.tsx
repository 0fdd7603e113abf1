"use client";

import type { AddressField, AddressLayout } from "#lib/storefront/forms/address-layout.ts";
import { useChosen, useField } from "../form/field.ts";
import { SelectField } from "../form/select-field.tsx";
import { TextField } from "../form/text-field.tsx";
import { useLayout } from "./use-layout.ts";

type Part = AddressField["part"];
type Props = {
  /** The name of the country's field. */
  country: string;
  /** The field names of the parts: { city: "shippingAddress.city", … }. */
  names: Record<Part, string>;
  layouts: AddressLayout[];
  /** "shipping " or "billing ", if a page has several addresses. */
  purpose?: string;
  words: { optional: string; choose: string };
};

const tokens: Record<Part, string> = {
  city: "address-level2",
  region: "address-level1",
  postalCode: "postal-code",
};

/** The fields of a country below the street, with its names and in its order. */
export function PlaceFields({ country, names, layouts, purpose = "", words }: Props) {
  const layout = useLayout(useChosen(country), layouts);
  const fields = layout?.fields ?? [];
  const shown = fields.map(({ part, label, required, numeric, choices }) => {
    const native = {
      name: names[part],
      label,
      autoComplete: `${purpose}${tokens[part]}`,
      ...(!required && { optional: words.optional }),
    };
    if (choices.length > 0) {
      return (
        <RegionField key={`${part}-${layout?.country}`} {...native} choose={words.choose} choices={choices} />
      );
    }
    return (
      <TextField
        key={part}
        {...native}
        {...(part === "postalCode" && { autoCapitalize: "characters", dir: "ltr" })}
        inputMode={numeric ? "numeric" : "text"}
      />
    );
  });
  return shown.length > 0 && <div className="beside">{shown}</div>;
}

type RegionProps = {
  name: string;
  label: string;
  choose: string;
  choices: AddressField["choices"];
  optional?: string;
  autoComplete: string;
};

/** A region from the list; a stored value that is not on it stays a choice. */
function RegionField({ name, choose, choices, ...field }: RegionProps) {
  const kept = useField(name).initial;
  const isListed = !kept || choices.some(({ value }) => value === kept);
  return (
    <SelectField
      {...field}
      name={name}
      options={[
        { value: "", label: choose },
        ...(isListed ? [] : [{ value: kept, label: kept }]),
        ...choices,
      ]}
    />
  );
}
