"use client";

import { useField } from "@conform-to/react";

/** Whether the billing address is the shipping address. CSS hides the billing fields, see .billing in styles/forms.css. */
export function BillingSame({ label }: { label: string }) {
  const [field] = useField<string>("billingSame");
  return (
    <label className="inline-flex min-h-11 cursor-pointer items-center gap-3 font-medium">
      <input
        type="checkbox"
        name={field.name}
        defaultChecked={field.initialValue === "on"}
        className="checkbox billing-same mt-0"
      />
      {label}
    </label>
  );
}
