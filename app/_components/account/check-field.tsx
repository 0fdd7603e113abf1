"use client";

import { getInputProps, useField } from "@conform-to/react";

/** A checkbox with its label. */
export function CheckField({ name, label }: { name: string; label: string }) {
  const [field] = useField<string>(name);
  const { key, ...input } = getInputProps(field, { type: "checkbox" });
  return (
    <label className="inline-flex min-h-11 cursor-pointer items-center gap-3 font-medium">
      <input key={key} {...input} className="checkbox mt-0" />
      {label}
    </label>
  );
}
