"use client";

import { type RefObject, useContext, useEffectEvent, useLayoutEffect } from "react";
import { FormContext } from "../form/field.ts";

/**
 * Carries what was typed into fields of a name over to those that replace them in another country. `fields`: their
 * names, the given name first. `spread` divides a whole name among them.
 */
export function useTypedName(
  typed: RefObject<string>,
  fields: string[],
  spread: (name: string) => (string | undefined)[],
): void {
  const { id } = useContext(FormContext);
  const fill = useEffectEvent(() => {
    const controls = controlsOf(id, fields);
    if (typed.current === "" || controls.some(({ value }) => value !== "")) return;
    const parts = spread(typed.current);
    for (const [index, control] of controls.entries()) {
      control.value = parts[index] ?? "";
      control.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  const remember = useEffectEvent(() => {
    const values = controlsOf(id, fields).map(({ value }) => value.trim());
    typed.current = values.filter((value) => value !== "").join(" ");
  });
  // Before the fields have left the page.
  useLayoutEffect(() => {
    fill();
    return () => remember();
  }, []);
}

function controlsOf(id: string, fields: string[]): HTMLInputElement[] {
  const elements = document.forms.namedItem(id)?.elements;
  return fields
    .map((name) => elements?.namedItem(name))
    .filter((control) => control instanceof HTMLInputElement);
}
