"use client";

import type { ReactNode } from "react";
import { controlOf, useField } from "./field.ts";
import { FieldError } from "./field-error.tsx";

type Props = {
  name: string;
  label: string;
  options: { value: string; label: string }[];
  /** The label of an optional field; without it the field is required. */
  optional?: string;
  autoComplete?: string;
  className?: string;
  /** Shown below the field. */
  children?: ReactNode;
};

/** A labelled native select of the form around it. */
export function SelectField({ name, label, options, optional, autoComplete, className, children }: Props) {
  const field = useField(name);
  return (
    <div className={className}>
      <label htmlFor={field.id} className="mb-1.5 block font-medium">
        {label}
        {optional && <span className="font-normal text-ink-soft"> {optional}</span>}
      </label>
      <select
        {...controlOf(field)}
        defaultValue={field.initial}
        autoComplete={autoComplete}
        required={!optional}
        className="input"
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {children}
      <FieldError id={field.errorId} error={field.error} />
    </div>
  );
}
