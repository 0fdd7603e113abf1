"use client";

import { controlOf, useField } from "../form/field.ts";

/** Whether the billing address is the shipping address. CSS hides the billing fields, see .billing in styles/forms.css. */
export function BillingSame({ label }: { label: string }) {
  const field = useField("billingSame");
  return (
    <label className="inline-flex min-h-11 cursor-pointer items-center gap-3 font-medium">
      <input
        {...controlOf(field)}
        type="checkbox"
        defaultChecked={field.initial === "on"}
        className="checkbox billing-same mt-0"
      />
      {label}
    </label>
  );
}
