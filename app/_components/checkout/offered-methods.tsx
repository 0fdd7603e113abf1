"use client";

import { type Choice, ChoiceGroup } from "../form/choice-group.tsx";
import { useChosen } from "../form/field.ts";

/** `countries` are those that it serves; empty means all. */
export type Method = Choice & { countries: string[] };

type Props = { legend: string; none: string; methods: Method[] };

/** The methods that serve the chosen country, at once: the totals follow. */
export function OfferedMethods({ legend, none, methods }: Props) {
  const there = useChosen("shippingAddress.country") ?? "";
  const offered = methods.filter(({ countries }) => countries.length === 0 || countries.includes(there));
  const [first] = offered;
  if (!first) return <p>{none}</p>;
  return (
    <ChoiceGroup
      key={offered.map(({ value }) => value).join()}
      name="shippingMethodId"
      legend={legend}
      heading
      preset={first.value}
      choices={offered}
    />
  );
}
