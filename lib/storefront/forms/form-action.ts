import { parseWithZod } from "@conform-to/zod/v4";
import { unstable_rethrow } from "next/navigation";
import type * as z from "zod";
import { type ErrorCode, isDomainError } from "#lib/platform/errors.ts";
import { noteReached } from "#lib/platform/http/reached.ts";
import type { CountryChoice } from "../checkout/countries.ts";
import { extendSession } from "../visitor/extend-session.ts";
import type { AddressLayout } from "./address-layout.ts";
import { failureWords } from "./failure-words.ts";
import { fieldWords } from "./field-words.ts";
import { knownFields } from "./known-fields.ts";
import { type Remedy, remedyFor } from "./remedies.ts";

/** The state of a posted form that did not lead to another page. */
export type FormState = {
  status?: "error" | "success";
  /** What was typed, by field name, to show again. */
  typed: Record<string, string>;
  /** By field name; those of the whole form are under "". */
  error?: Record<string, string[] | null>;
  /** The address fields of the posted countries. */
  layouts?: AddressLayout[];
  /** All countries, if the form has a list of them that it may not have loaded. */
  countries?: CountryChoice[];
  remedy?: Remedy;
} | null;
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

type Options = {
  /** Maps error codes to fields; others concern the whole form. */
  blame?: Partial<Record<ErrorCode, string>>;
};

/**
 * A form action: parses the post and passes it to `act`, which performs verbs and redirects when it is done. Errors are
 * returned as text: the pages' counterpart of a dialect's error table.
 */
export function formAction<S extends z.ZodType>(
  schema: S,
  act: (input: z.output<S>) => Promise<void>,
  options: Options = {},
): FormAction {
  return (_previous, form) => submitForm(form, schema, act, options);
}

/** The same, for an action that inspects the form first. */
export async function submitForm<S extends z.ZodType>(
  posted: FormData,
  schema: S,
  act: (input: z.output<S>) => Promise<void>,
  { blame }: Options = {},
): Promise<NonNullable<FormState>> {
  noteReached();
  const form = knownFields(posted, schema);
  const { value, error } = await checkForm(form, schema);
  if (error) return { ...keepTyped(form, schema), status: "error", error };
  try {
    await extendSession();
    await act(value);
    return { ...keepTyped(form, schema), status: "success" };
  } catch (error) {
    unstable_rethrow(error);
    const field = (isDomainError(error) && blame?.[error.code]) || "";
    const remedy = field === "" && isDomainError(error) ? await remedyFor(error) : null;
    return {
      ...keepTyped(form, schema),
      status: "error",
      error: { [field]: await failureWords(error) },
      ...(remedy && { remedy }),
    };
  }
}

type Read<T> = { value: T; error?: undefined } | { value?: undefined; error: Record<string, string[]> };

/** Parses the fields of a form: its value, or what is wrong, by field name. */
export async function checkForm<S extends z.ZodType>(form: FormData, schema: S): Promise<Read<z.output<S>>> {
  const submission = parseWithZod(form, { schema, formatError: (issues: z.core.$ZodIssue[]) => issues });
  if (submission.status === "success") return { value: submission.value };
  return { error: await fieldWords(inOrderOf(form, submission.error ?? {}), submission.payload) };
}

/** In the order of the fields on the page, in which browsers post them. What is not posted comes last. */
function inOrderOf<T>(form: FormData, byField: Record<string, T>): Record<string, T> {
  const names = [...form.keys()];
  const place = (name: string) => (names.includes(name) ? names.indexOf(name) : names.length);
  return Object.fromEntries(Object.entries(byField).sort(([a], [b]) => place(a) - place(b)));
}

/** The posted form, to show again. */
export function keepTyped(form: FormData, schema: z.ZodType): { typed: Record<string, string> } {
  const typed = [...knownFields(form, schema)].map(([name, value]) => [name, String(value)]);
  return { typed: Object.fromEntries(typed) };
}
