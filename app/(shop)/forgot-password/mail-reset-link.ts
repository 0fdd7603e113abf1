"use server";

import { redirect } from "next/navigation";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { forgotPasswordForm } from "#lib/storefront/account/schemas.ts";
import { account } from "#lib/storefront/account/verbs.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";

/** Mails a password reset link, if there is an account. */
export const mailResetLink = accountForm(forgotPasswordForm, async (to) => {
  await perform(account.mailResetLink, await currentContext(), to);
  redirect("/forgot-password?status=sent");
});
