"use server";

import { redirect } from "next/navigation";
import { acts } from "#lib/platform/limits/index.ts";
import { returnPath } from "#lib/platform/return-path.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { signUpForm } from "#lib/storefront/account/schemas.ts";
import { signUpHere } from "#lib/storefront/account/start-session.ts";

const blame = {
  USER_ALREADY_EXISTS: "email",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "email",
  PASSWORD_TOO_SHORT: "password",
  PASSWORD_TOO_LONG: "password",
};

/** Makes an account, signs in to it, and returns to where the person came from. */
export const signUp = accountForm(
  [acts.useCredentials],
  signUpForm,
  async ({ next, ...account }) => {
    await signUpHere(account);
    redirect(returnPath(next) ?? "/account?status=welcome");
  },
  blame,
);
