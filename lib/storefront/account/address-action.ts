import type * as z from "zod";
import { type FormAction, keepTyped } from "../forms/form-action.ts";
import { knownFields } from "../forms/known-fields.ts";
import { withLayouts } from "../forms/with-layouts.ts";
import { accountForm } from "./account-form.ts";

/**
 * A form action with an address. Without JavaScript, the button next to the country only returns the form with that
 * country's fields.
 */
export function addressAction<S extends z.ZodType>(
  schema: S,
  act: (input: z.output<S>) => Promise<void>,
): FormAction {
  const save = accountForm(schema, act);
  return async (previous, posted) => {
    const form = knownFields(posted, schema);
    const isUpdate = form.get("intent") === "country";
    return withLayouts(isUpdate ? keepTyped(form, schema) : await save(previous, form), form);
  };
}
