"use server";

import { redirect } from "next/navigation";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { pathAfterEntry } from "#lib/storefront/account/brought.ts";
import { signUpForm } from "#lib/storefront/account/schemas.ts";
import { account } from "#lib/storefront/account/verbs.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";

const blame = {
  USER_ALREADY_EXISTS: "email",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "email",
  PASSWORD_TOO_SHORT: "password",
  PASSWORD_TOO_LONG: "password",
};

/** Creates an account, signs in, and returns to the previous page. */
export const signUp = accountForm(
  signUpForm,
  async ({ next, ...person }) => {
    const brought = await perform(account.signUp, await currentContext(), person);
    redirect(pathAfterEntry(brought, next, "/account?status=welcome"));
  },
  blame,
);
