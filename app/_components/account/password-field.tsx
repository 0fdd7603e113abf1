"use client";

import { useState } from "react";
import { controlOf, useField } from "../form/field.ts";
import { FieldFrame, type FieldProps } from "../form/field-frame.tsx";

type Props = Pick<FieldProps, "name" | "label" | "hint"> & {
  autoComplete: "current-password" | "new-password";
  /** The label of the switch that reveals the password. */
  show: string;
};

/** A password field: never prefilled, revealed on request, open to pasting and password managers. */
export function PasswordField({ name, label, hint, autoComplete, show }: Props) {
  const field = useField(name);
  const [shown, setShown] = useState(false);
  const reveal = (
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
  );
  return (
    <FieldFrame {...{ field, label, hint }} after={reveal}>
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
    </FieldFrame>
  );
}
