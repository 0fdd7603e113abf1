"use client";

import { getInputProps, useField } from "@conform-to/react";
import { useState } from "react";
import { FieldError } from "../form/field-error.tsx";

type Props = {
  name: string;
  label: string;
  hint?: string;
  autoComplete: "current-password" | "new-password";
  /** The label of the switch that reveals the password. */
  show: string;
};

/** A password field: never prefilled, revealed on request, open to pasting and password managers. */
export function PasswordField({ name, label, hint, autoComplete, show }: Props) {
  const [field] = useField<string>(name);
  const [shown, setShown] = useState(false);
  const { key, ...input } = getInputProps(field, {
    type: "password",
    value: false,
    ...(hint && { ariaDescribedBy: field.descriptionId }),
  });
  return (
    <div>
      <label htmlFor={field.id} className="mb-1.5 block font-medium">
        {label}
      </label>
      {hint && (
        <p id={field.descriptionId} className="-mt-1 mb-1.5 text-[0.9375rem] text-ink-soft">
          {hint}
        </p>
      )}
      <input
        key={key}
        {...input}
        type={shown ? "text" : "password"}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="done"
        maxLength={128}
        dir="ltr"
        required
        className="input"
      />
      <FieldError id={field.errorId} error={field.errors?.[0]} />
      <label className="mt-1 inline-flex min-h-11 cursor-pointer items-center gap-2.5 text-[0.9375rem] noscript:hidden">
        <input
          type="checkbox"
          checked={shown}
          onChange={({ target }) => setShown(target.checked)}
          aria-controls={field.id}
          className="checkbox mt-0"
        />
        {show}
      </label>
    </div>
  );
}
