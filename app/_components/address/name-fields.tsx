"use client";

import { type RefObject, useRef } from "react";
import { splitName } from "#lib/platform/address/full-name.ts";
import type { AddressLayout } from "#lib/storefront/forms/address-layout.ts";
import { useChosen } from "../form/field.ts";
import { TextField } from "../form/text-field.tsx";
import { useLayout } from "./use-layout.ts";
import { useTypedName } from "./use-typed-name.ts";

type Words = Record<"fullName" | "firstName" | "lastName", string>;

type Props = {
  /** The name of the country's field. */
  country: string;
  /** The field names. Without one for the whole name, its parts are asked for in every country. */
  names: { whole?: string; firstName: string; lastName: string };
  layouts: AddressLayout[];
  /** "shipping " or "billing ", if a page has several addresses. */
  purpose?: string;
  words: Words;
};

/** The name at an address: one field, or its parts, the family name first where the country writes it so. */
export function NameFields({ country, names, layouts, purpose = "", words }: Props) {
  const layout = useLayout(useChosen(country), layouts);
  const isFamilyFirst = layout?.hasNameParts ?? false;
  const typed = useRef("");
  if (names.whole && !isFamilyFirst) {
    return <WholeName {...{ typed, purpose, words }} name={names.whole} />;
  }
  return <NameParts {...{ typed, names, purpose, words, isFamilyFirst }} country={layout?.country ?? ""} />;
}

type Fields = { typed: RefObject<string>; purpose: string; words: Words };

function WholeName({ typed, name, purpose, words }: Fields & { name: string }) {
  useTypedName(typed, [name], (whole) => [whole]);
  return <TextField name={name} label={words.fullName} autoComplete={`${purpose}name`} enterKeyHint="next" />;
}

type PartsProps = Fields & { names: Props["names"]; country: string; isFamilyFirst: boolean };

function NameParts({ typed, names, country, purpose, words, isFamilyFirst }: PartsProps) {
  useTypedName(typed, [names.firstName, names.lastName], (whole) => {
    const { firstName, lastName } = splitName(whole, country);
    return [firstName, lastName];
  });
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
