"use client";

import { useContext, useEffect } from "react";
import type { DraftAction } from "#lib/storefront/draft.ts";
import { FormContext } from "./field.ts";
import { watchDraft } from "./watch-draft.ts";

type Props = {
  action: DraftAction;
  /** What the draft belongs to: the cart. */
  of: string;
  /** Whether the form begins with values that are not stored yet. */
  soon?: boolean;
};

/** Keeps what is typed into the surrounding form before it is sent, and tells errors where they are made. */
export function KeepDraft({ action, of, soon = false }: Props) {
  const { id, setChecked } = useContext(FormContext);
  useEffect(() => {
    const form = document.forms.namedItem(id);
    if (!form) return;
    return watchDraft(form, {
      key: `${id}:${of}`,
      save: action,
      soon,
      show: (fields, meant) => setChecked((before) => ({ fields: { ...before.fields, ...fields }, meant })),
    });
  }, [id, of, action, soon, setChecked]);
  return null;
}
