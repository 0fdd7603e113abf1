"use client";

import type { ReactNode } from "react";
import { controlOf, useField } from "./field.ts";
import { FieldFrame, type FieldProps } from "./field-frame.tsx";

type Props = FieldProps & {
  options: { value: string; label: string }[];
  autoComplete?: string;
  /** Shown below the control. */
  children?: ReactNode;
};

/** A labelled native select of the form around it. */
export function SelectField({
  name,
  label,
  hint,
  options,
  optional,
  autoComplete,
  className,
  children,
}: Props) {
  const field = useField(name);
  return (
    <FieldFrame {...{ field, label, hint, optional, className }}>
      <select
        {...controlOf(field, Boolean(hint))}
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
    </FieldFrame>
  );
}
