"use client";

import type { AddressLayout } from "#lib/storefront/forms/address-layout.ts";
import { useChosen } from "../form/field.ts";
import { TextField } from "../form/text-field.tsx";
import { useLayout } from "./use-layout.ts";

type Props = {
  /** The name of the country's field. */
  country: string;
  /** The field names. Without one for the whole name, its parts are asked for in every country. */
  names: { whole?: string; firstName: string; lastName: string };
  layouts: AddressLayout[];
  /** "shipping " or "billing ", if a page has several addresses. */
  purpose?: string;
  words: Record<"fullName" | "firstName" | "lastName", string>;
};

/** The name at an address: one field, or its parts, the family name first where the country writes it so. */
export function NameFields({ country, names, layouts, purpose = "", words }: Props) {
  const isFamilyFirst = useLayout(useChosen(country), layouts)?.hasNameParts ?? false;
  if (names.whole && !isFamilyFirst) {
    return (
      <TextField
        name={names.whole}
        label={words.fullName}
        autoComplete={`${purpose}name`}
        enterKeyHint="next"
      />
    );
  }
  const given = (
    <TextField
      key="given"
      name={names.firstName}
      label={words.firstName}
      autoComplete={`${purpose}given-name`}
    />
  );
  const family = (
    <TextField
      key="family"
      name={names.lastName}
      label={words.lastName}
      relaxed
      autoComplete={`${purpose}family-name`}
    />
  );
  return <div className="beside">{isFamilyFirst ? [family, given] : [given, family]}</div>;
}
