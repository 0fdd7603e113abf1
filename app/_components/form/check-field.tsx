"use client";

import { controlOf, useField } from "./field.ts";

/** A checkbox with its label. */
export function CheckField({ name, label }: { name: string; label: string }) {
  const field = useField(name);
  return (
    <label className="inline-flex min-h-11 max-w-full cursor-pointer items-center gap-3 font-medium">
      <input
        {...controlOf(field)}
        type="checkbox"
        defaultChecked={field.initial === "on"}
        className="checkbox mt-0"
      />
      <span className="min-w-0">{label}</span>
    </label>
  );
}
