"use client";

import { useContext, useEffect, useEffectEvent } from "react";
import type { DraftAction } from "#lib/storefront/forms/draft.ts";
import { FormContext } from "./field.ts";
import { watchDraft } from "./watch-draft.ts";

type Props = {
  action: DraftAction;
  /** What the draft belongs to: the cart. */
  of: string;
  /** Whether the form begins with values that are not stored yet. */
  soon?: boolean;
  /** False: only when a field is left, because "ada@mail.so" is valid on the way to "ada@mail.solutions". */
  atPauses?: boolean;
};

/** Keeps what is typed into the surrounding form before it is sent, and shows errors where they are made. */
export function KeepDraft({ action, of, soon = false, atPauses = true }: Props) {
  const { id, setChecked } = useContext(FormContext);
  // Each render passes a new function, and must not forget what was edited.
  const save = useEffectEvent(action);
  const isNew = useEffectEvent(() => soon);
  useEffect(() => {
    const form = document.forms.namedItem(id);
    if (!form) return;
    return watchDraft(form, {
      key: `${id}:${of}`,
      save: (typed) => save(typed),
      soon: isNew(),
      atPauses,
      show: (fields, meant) => setChecked((before) => ({ fields: { ...before.fields, ...fields }, meant })),
    });
  }, [id, of, atPauses, setChecked]);
  return null;
}
