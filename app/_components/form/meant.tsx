"use client";

import { useContext } from "react";
import { FormContext } from "./field.ts";

/** Asks whether another value was meant in the field above. One press accepts it. */
export function Meant({ name }: { name: string }) {
  const { id, checked, setChecked } = useContext(FormContext);
  const { meant } = checked;

  function take() {
    const control = document.forms.namedItem(id)?.elements.namedItem(name);
    if (!meant || !(control instanceof HTMLInputElement)) return;
    control.value = meant.value;
    control.focus();
    control.dispatchEvent(new Event("input", { bubbles: true }));
    setChecked(({ fields }) => ({ fields, meant: undefined }));
  }

  return (
    <div role="status" className="empty:hidden">
      {meant?.name === name && (
        <button type="button" onClick={take} className="link min-h-8 cursor-pointer text-start">
          {meant.words}
        </button>
      )}
    </div>
  );
}
