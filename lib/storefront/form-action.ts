import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { unstable_rethrow } from "next/navigation";
import type * as z from "zod";
import { type ErrorCode, isDomainError } from "#lib/platform/errors.ts";
import { noteReached } from "#lib/platform/http/reached.ts";
import type { AddressLayout } from "./address-layout.ts";
import { failureWords } from "./failure-words.ts";
import { fieldWords } from "./field-words.ts";
import { knownFields } from "./known-fields.ts";
import { prolongSession } from "./prolong-session.ts";
import { type Remedy, remedyFor } from "./remedies.ts";

/** What a form shows again: the values as typed, the fields of their countries, what is wrong, and the way out. */
export type FormState = (SubmissionResult<string[]> & { layouts?: AddressLayout[]; remedy?: Remedy }) | null;
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

type Options = {
  /** The field that a failure is about; one that is not named here is about the whole form. */
  blame?: Partial<Record<ErrorCode, string>>;
};

/**
 * An action for a form: parses what was posted and hands it to `act`, which performs the verbs that the form stands
 * for and redirects when it is done. What goes wrong comes back as words: the third rendering of a DomainError, beside
 * the two dialects.
 */
export function formAction<S extends z.ZodType>(
  schema: S,
  act: (input: z.output<S>) => Promise<void>,
  options: Options = {},
): FormAction {
  return (_previous, form) => submitForm(form, schema, act, options);
}

/** The same, for an action that looks at the form itself first. */
export async function submitForm<S extends z.ZodType>(
  posted: FormData,
  schema: S,
  act: (input: z.output<S>) => Promise<void>,
  { blame }: Options = {},
): Promise<FormState> {
  noteReached();
  const form = knownFields(posted, schema);
  const submission = parseWithZod(form, { schema, formatError: (issues: z.core.$ZodIssue[]) => issues });
  if (submission.status !== "success") {
    const fieldErrors = await fieldWords(submission.error ?? {}, submission.payload);
    return { ...keepValues(form, schema), status: "error", error: fieldErrors };
  }
  try {
    await prolongSession();
    await act(submission.value);
    return { ...keepValues(form, schema), status: "success" };
  } catch (error) {
    unstable_rethrow(error);
    const field = (isDomainError(error) && blame?.[error.code]) || "";
    const remedy = field === "" && isDomainError(error) ? await remedyFor(error.code) : null;
    return {
      ...keepValues(form, schema),
      status: "error",
      error: { [field]: await failureWords(error) },
      ...(remedy && { remedy }),
    };
  }
}

/** The form as it was posted, to be shown again. */
export function keepValues(form: FormData, schema: z.ZodType): SubmissionResult<string[]> {
  const { initialValue, fields } = parseWithZod(knownFields(form, schema), { schema }).reply();
  return { ...(initialValue !== undefined && { initialValue }), ...(fields && { fields }) };
}
