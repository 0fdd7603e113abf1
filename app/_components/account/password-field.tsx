"use client";

import { useState } from "react";
import { controlOf, useField } from "../form/field.ts";
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
  const field = useField(name);
  const [shown, setShown] = useState(false);
  return (
    <div>
      <label htmlFor={field.id} className="mb-1.5 block font-medium">
        {label}
      </label>
      {hint && (
        <p id={field.hintId} className="-mt-1 mb-1.5 text-[0.9375rem] text-ink-soft">
          {hint}
        </p>
      )}
      <input
        {...controlOf(field, Boolean(hint))}
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
      <FieldError id={field.errorId} error={field.error} />
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
