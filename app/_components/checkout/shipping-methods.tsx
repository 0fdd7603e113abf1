"use client";

import type { ReactNode } from "react";
import { ChoiceGroup } from "../form/choice-group.tsx";
import { useChosen } from "../form/field.ts";

type Method = { id: string; countries: string[]; name: ReactNode; hint: ReactNode; price: string };
type Props = { legend: string; none: string; methods: Method[] };

/** The shipping methods for the address's country. */
export function ShippingMethods({ legend, none, methods }: Props) {
  const there = useChosen("shippingAddress.country") ?? "";
  const offered = methods.filter(({ countries }) => countries.length === 0 || countries.includes(there));
  if (offered.length === 0) return <p>{none}</p>;
  return (
    <ChoiceGroup
      key={offered.map(({ id }) => id).join()}
      name="shippingMethodId"
      legend={legend}
      heading
      {...(offered[0] && { preset: offered[0].id })}
      choices={offered.map(({ id, name, hint, price }) => ({ value: id, label: name, hint, aside: price }))}
    />
  );
}
