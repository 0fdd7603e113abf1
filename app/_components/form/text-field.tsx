"use client";

import type { InputHTMLAttributes, ReactNode } from "react";
import { controlOf, useField } from "./field.ts";
import { FieldFrame, type FieldProps } from "./field-frame.tsx";

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | "autoComplete"
  | "inputMode"
  | "enterKeyHint"
  | "autoCapitalize"
  | "spellCheck"
  | "maxLength"
  | "min"
  | "max"
  | "dir"
>;

type Props = Native &
  FieldProps & {
    type?: "text" | "email" | "tel" | "number";
    /** Neither marked as optional nor required. */
    relaxed?: boolean;
    /** A button beside the input. */
    beside?: ReactNode;
  };

/** Addresses and numbers are written from left to right in every language, text in the direction of its own letters. */
const directions = { text: "auto", email: "ltr", tel: "ltr", number: undefined };

/** A labelled input of the form around it. */
export function TextField({
  name,
  label,
  type = "text",
  hint,
  optional,
  relaxed,
  beside,
  className,
  ...native
}: Props) {
  const field = useField(name);
  const dir = directions[type];
  return (
    <FieldFrame {...{ field, label, hint, optional, beside, className }}>
      <input
        {...controlOf(field, Boolean(hint))}
        type={type}
        defaultValue={field.initial}
        dir={dir}
        {...native}
        required={!optional && !relaxed}
        className="input"
      />
    </FieldFrame>
  );
}
