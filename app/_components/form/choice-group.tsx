"use client";

import type { ReactNode } from "react";
import { useField } from "./field.ts";
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
  legend: ReactNode;
  /** Whether the legend looks like a heading or a label. */
  heading?: boolean;
  choices: Choice[];
  /** The default value. */
  preset?: string;
  className?: string;
};

/** Native radios as cards: one of `choices`, under the form's field `name`. */
export function ChoiceGroup({ name, legend, heading, choices, preset, className = "grid gap-3" }: Props) {
  const { id, initial, error, errorId } = useField(name);
  const wanted = choices.some(({ value }) => value === initial) ? initial : preset;
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={error ? errorId : undefined}>
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
            <span className="min-w-0 flex-1">
              <span className="pair font-medium">
                <span>{label}</span>
                {aside && <span className="tabular-nums">{aside}</span>}
              </span>
              {hint && <span className="block text-[0.9375rem] text-ink-soft">{hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={errorId} error={error} />
    </fieldset>
  );
}
