"use client";

import { useField } from "@conform-to/react";
import type { ReactNode } from "react";
import { FieldError } from "./field-error.tsx";

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Shown at the end: a price. */
  aside?: ReactNode;
  disabled?: boolean;
  /** Links an image to the choice, see styles/product.css. */
  variant?: number;
};

type Props = {
  name: string;
  legend: string;
  /** Whether the legend looks like a heading or like a label. */
  heading?: boolean;
  choices: Choice[];
  /** The default value. */
  preset?: string;
  className?: string;
};

/** Native radios as cards: one of `choices`, under the form's field `name`. */
export function ChoiceGroup({ name, legend, heading, choices, preset, className = "grid gap-3" }: Props) {
  const [field] = useField<string>(name);
  const error = field.errors?.[0];
  const wanted = choices.some(({ value }) => value === field.initialValue) ? field.initialValue : preset;
  return (
    <fieldset id={field.id} tabIndex={-1} aria-describedby={error ? field.errorId : undefined}>
      <legend className={heading ? "mb-4 font-display text-2xl" : "mb-2 font-medium"}>{legend}</legend>
      <div className={className}>
        {choices.map(({ value, label, hint, aside, disabled, variant }) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === wanted}
              disabled={disabled}
              data-variant={variant}
              required
            />
            <span className="pair min-w-0 flex-1">
              <span>
                <span className="block font-medium">{label}</span>
                {hint && <span className="block text-[0.9375rem] text-ink-soft">{hint}</span>}
              </span>
              {aside && <span className="font-medium tabular-nums">{aside}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={field.errorId} error={error} />
    </fieldset>
  );
}
