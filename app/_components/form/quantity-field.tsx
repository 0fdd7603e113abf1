"use client";

import { getInputProps, useField } from "@conform-to/react";
import { FieldError } from "./field-error.tsx";

/** A quantity field, small enough for a line of the cart. */
export function QuantityField({ label }: { label: string }) {
  const [field] = useField<string>("quantity");
  const { key, ...input } = getInputProps(field, { type: "number" });
  return (
    <div>
      <input
        key={key}
        {...input}
        aria-label={label}
        inputMode="numeric"
        min={0}
        max={999}
        className="input min-h-11 w-20 py-1.5 tabular-nums"
      />
      <FieldError id={field.errorId} error={field.errors?.[0]} />
    </div>
  );
}
