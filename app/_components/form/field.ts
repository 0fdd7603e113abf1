"use client";

import {
  createContext,
  type Dispatch,
  type SetStateAction,
  useCallback,
  useContext,
  useSyncExternalStore,
} from "react";
import type { Draft } from "#lib/storefront/forms/draft.ts";
import type { FormState } from "#lib/storefront/forms/form-action.ts";
import type { Checked } from "./watch-draft.ts";

/** The stored values of a form. Those of "shippingAddress.city" are nested. */
export type Values = { [name: string]: string | null | undefined | Values };

type Form = {
  id: string;
  stored: Values;
  /** What was posted last; null before. */
  posted: FormState;
  /** What has been checked since, while the form was being filled in. */
  checked: Since;
  setChecked: Dispatch<SetStateAction<Since>>;
};

type Since = { fields: Checked; meant: Draft["meant"] };

/** Nothing has been checked yet. */
export const unchecked: Since = { fields: {}, meant: undefined };

/** The surrounding form. */
export const FormContext = createContext<Form>({
  id: "",
  stored: {},
  posted: null,
  checked: unchecked,
  setChecked: () => undefined,
});

export type Field = {
  id: string;
  name: string;
  /** The value to begin with: what was posted, otherwise what is stored. */
  initial: string | undefined;
  error: string | undefined;
  errorId: string;
  hintId: string;
};

/** A field of the surrounding form. */
export function useField(name: string): Field {
  const { id: formId, stored, posted, checked } = useContext(FormContext);
  const since = checked.fields[name];
  const id = `${formId}-${name}`;
  return {
    id,
    name,
    initial: posted ? posted.typed[name] : valueAt(stored, name.split(".")),
    error: since === undefined ? posted?.error?.[name]?.[0] : (since ?? undefined),
    errorId: `${id}-error`,
    hintId: `${id}-description`,
  };
}

/** The attributes of a field's control. `hinted`: its hint is shown too. */
export function controlOf({ id, name, error, errorId, hintId }: Field, hinted = false) {
  const described = [...(error ? [errorId] : []), ...(hinted ? [hintId] : [])].join(" ");
  return {
    id,
    name,
    ...(error && { "aria-invalid": true }),
    ...(described && { "aria-describedby": described }),
  };
}

/**
 * The current value of a select, radio or checkbox of the surrounding form, as the reader or the browser last set it. An
 * unticked checkbox has the value "".
 */
export function useChosen(name: string): string | undefined {
  const { id } = useContext(FormContext);
  const { initial } = useField(name);
  const read = useCallback(() => {
    const control = document.forms.namedItem(id)?.elements.namedItem(name);
    if (control instanceof HTMLInputElement && control.type === "checkbox") {
      return control.checked ? control.value : "";
    }
    return control instanceof HTMLSelectElement || control instanceof RadioNodeList ? control.value : initial;
  }, [id, name, initial]);
  return useSyncExternalStore(onChoice, read, () => initial);
}

function onChoice(changed: () => void): () => void {
  document.addEventListener("change", changed);
  return () => document.removeEventListener("change", changed);
}

function valueAt(values: Values, [first = "", ...rest]: string[]): string | undefined {
  const value = values[first] ?? undefined;
  return typeof value === "object" ? valueAt(value, rest) : value;
}
