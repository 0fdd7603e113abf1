"use client";

import { type ReactNode, useState } from "react";
import { useChosen } from "../form/field.ts";

type Props = {
  legend: string;
  /** The button that shows the fields without JavaScript. */
  another: string;
  children: ReactNode;
};

/**
 * The fields of a billing address, once it is another one: few people need them, and they are half of the section.
 * Hidden again they keep their input: see .billing in styles/forms.css.
 */
export function BillingFields({ legend, another, children }: Props) {
  const isAnother = useChosen("billingSame") !== "on";
  const [wasAnother, setWasAnother] = useState(isAnother);
  if (isAnother && !wasAnother) setWasAnother(true);
  if (!isAnother && !wasAnother) {
    return (
      <noscript>
        <div>
          <button
            type="submit"
            name="intent"
            value="billing"
            className="button button-quiet button-small mt-2"
          >
            {another}
          </button>
        </div>
      </noscript>
    );
  }
  return (
    <fieldset className="billing-fields mt-4 border-s-2 border-line ps-5">
      <legend className="mb-4 font-display text-2xl">{legend}</legend>
      {children}
    </fieldset>
  );
}
