"use client";

import type { InputHTMLAttributes } from "react";
import { controlOf, useField } from "./field.ts";
import { FieldError } from "./field-error.tsx";

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

type Props = Native & {
  name: string;
  label: string;
  type?: "text" | "email" | "tel" | "number";
  hint?: string;
  /** The label of an optional field; without it the field is required. */
  optional?: string;
  /** Neither marked as optional nor required. */
  relaxed?: boolean;
  className?: string;
};

/** A labelled input of the form around it, its hint above and its error below. */
export function TextField({
  name,
  label,
  type = "text",
  hint,
  optional,
  relaxed,
  className,
  ...native
}: Props) {
  const field = useField(name);
  // These are written from left to right in every language.
  const dir = type === "email" || type === "tel" ? "ltr" : undefined;
  return (
    <div className={className}>
      <label htmlFor={field.id} className="mb-1.5 block font-medium">
        {label}
        {optional && <span className="font-normal text-ink-soft"> {optional}</span>}
      </label>
      {hint && (
        <p id={field.hintId} className="-mt-1 mb-1.5 text-[0.9375rem] text-ink-soft">
          {hint}
        </p>
      )}
      <input
        {...controlOf(field, Boolean(hint))}
        type={type}
        defaultValue={field.initial}
        dir={dir}
        {...native}
        required={!optional && !relaxed}
        className="input"
      />
      <FieldError id={field.errorId} error={field.error} />
    </div>
  );
}
