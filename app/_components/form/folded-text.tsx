"use client";

import { controlOf, useField } from "./field.ts";
import { FieldError } from "./field-error.tsx";

type Props = {
  name: string;
  label: string;
  hint: string;
  /** The label that opens it. */
  summary: string;
};

/** A multi-line text field, collapsed while it is empty. */
export function FoldedText({ name, label, hint, summary }: Props) {
  const field = useField(name);
  return (
    <details className="mt-5" open={Boolean(field.initial || field.error)}>
      <summary className="min-h-11 cursor-pointer content-center font-medium">{summary}</summary>
      <label htmlFor={field.id} className="sr-only">
        {label}
      </label>
      <p id={field.hintId} className="mb-1.5 text-[0.9375rem] text-ink-soft">
        {hint}
      </p>
      <textarea {...controlOf(field, true)} defaultValue={field.initial} rows={3} className="input" />
      <FieldError id={field.errorId} error={field.error} />
    </details>
  );
}
