"use client";

import type { AddressLayout } from "#lib/storefront/address-layout.ts";
import { useLayout } from "../address/use-layout.ts";
import { useChosen } from "../form/field.ts";
import { TextField } from "../form/text-field.tsx";

type Props = {
  kind: "shipping" | "billing";
  layouts: AddressLayout[];
  words: Record<"fullName" | "firstName" | "lastName", string>;
};

/** The name at an address: one field, or family name and given name where the country needs them apart. */
export function NameFields({ kind, layouts, words }: Props) {
  const layout = useLayout(useChosen(`${kind}Address.country`), layouts);
  if (!layout?.hasNameParts) {
    return (
      <TextField
        name={`${kind}Name`}
        label={words.fullName}
        autoComplete={`${kind} name`}
        enterKeyHint="next"
        className="sm:col-span-6"
      />
    );
  }
  return (
    <>
      <TextField
        name={`${kind}Address.lastName`}
        label={words.lastName}
        relaxed
        autoComplete={`${kind} family-name`}
        className="sm:col-span-3"
      />
      <TextField
        name={`${kind}Address.firstName`}
        label={words.firstName}
        autoComplete={`${kind} given-name`}
        className="sm:col-span-3"
      />
    </>
  );
}
