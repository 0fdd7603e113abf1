"use client";

import { controlOf, useField } from "./field.ts";
import { FieldError } from "./field-error.tsx";

/** A quantity field, small enough for a line of the cart. */
export function QuantityField({ label }: { label: string }) {
  const field = useField("quantity");
  return (
    <div>
      <input
        {...controlOf(field)}
        type="number"
        defaultValue={field.initial}
        aria-label={label}
        inputMode="numeric"
        min={0}
        max={999}
        className="input min-h-11 w-20 py-1.5 tabular-nums"
      />
      <FieldError id={field.errorId} error={field.error} />
    </div>
  );
}
