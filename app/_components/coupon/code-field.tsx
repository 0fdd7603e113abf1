"use client";

import type { ReactNode } from "react";
import { useField } from "../form/field.ts";
import { TextField } from "../form/text-field.tsx";

type Props = { summary: string; label: string; children: ReactNode };

/** The field for a coupon code and its button, folded away until it is wanted. */
export function CodeField({ summary, label, children }: Props) {
  const { error } = useField("code");
  return (
    <details open={Boolean(error)}>
      <summary className="min-h-11 cursor-pointer content-center font-medium">{summary}</summary>
      <div className="flex flex-wrap items-end gap-2 pb-2 pt-1 has-[[aria-invalid]]:items-center">
        <TextField
          name="code"
          label={label}
          autoComplete="off"
          autoCapitalize="characters"
          dir="ltr"
          spellCheck={false}
          maxLength={40}
          className="min-w-0 flex-[1_1_8rem]"
        />
        {children}
      </div>
    </details>
  );
}
