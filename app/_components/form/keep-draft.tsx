"use client";

import { useContext, useEffect } from "react";
import type { DraftAction } from "#lib/storefront/draft.ts";
import { FormContext } from "./field.ts";
import { watchDraft } from "./watch-draft.ts";

type Props = {
  action: DraftAction;
  /** What the draft belongs to: the cart. */
  of: string;
};

/** Keeps what is typed into the surrounding form before it is sent, and tells errors where they are made. */
export function KeepDraft({ action, of }: Props) {
  const { id, setChecked } = useContext(FormContext);
  useEffect(() => {
    const form = document.forms.namedItem(id);
    if (!form) return;
    return watchDraft(form, {
      key: `${id}:${of}`,
      save: action,
      show: (fields, meant) => setChecked((before) => ({ fields: { ...before.fields, ...fields }, meant })),
    });
  }, [id, of, action, setChecked]);
  return null;
}
