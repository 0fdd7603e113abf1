"use client";

import { controlOf, useField } from "./field.ts";
import { FieldFrame, type FieldProps } from "./field-frame.tsx";

/** Several lines of text, under words that say what they are: the label is for screen readers. */
export function TextArea({ name, ...frame }: FieldProps) {
  const field = useField(name);
  return (
    <FieldFrame {...frame} field={field} isLabelHidden>
      <textarea
        {...controlOf(field, Boolean(frame.hint))}
        defaultValue={field.initial}
        rows={3}
        dir="auto"
        className="input"
      />
    </FieldFrame>
  );
}
