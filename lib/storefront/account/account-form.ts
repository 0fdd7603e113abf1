import { unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type * as z from "zod";
import { passwordLength } from "#lib/accounts/auth/password-length.ts";
import { type FormAction, type FormState, submitForm } from "../forms/form-action.ts";
import { codeOf, Refused } from "./refused.ts";

const secretFields = ["password", "newPassword", "currentPassword"];

/**
 * A form action about an account. better-auth's errors are worded in account.refused by code; `blame` maps a code to
 * its field. A password is never returned to the browser.
 */
export function accountForm<S extends z.ZodType>(
  schema: S,
  act: (input: z.output<S>) => Promise<void>,
  blame: Record<string, string> = {},
): FormAction {
  return async (_previous, form) => {
    const refusals: Refused[] = [];
    const state = await submitForm(form, schema, async (input) => {
      try {
        await act(input);
      } catch (error) {
        unstable_rethrow(error);
        refusals.push(await refusalOf(error, blame));
      }
    });
    const [refusal] = refusals;
    if (!refusal) return withoutSecrets(state);
    const t = await getTranslations("account.refused");
    const error = { [refusal.field]: [t(refusal.reason, passwordLength)] };
    return withoutSecrets({ ...state, status: "error", error });
  };
}

/** @throws errors that have no message of their own */
async function refusalOf(error: unknown, blame: Record<string, string>): Promise<Refused> {
  if (error instanceof Refused) return error;
  const code = codeOf(error);
  const t = await getTranslations("account.refused");
  if (code === null || !t.has(code)) throw error;
  return new Refused(code, blame[code]);
}

function withoutSecrets(state: FormState): FormState {
  if (!state) return state;
  const kept = Object.entries(state.typed).filter(([name]) => !secretFields.includes(name));
  return { ...state, typed: Object.fromEntries(kept) };
}
