"use server";

import { redirect } from "next/navigation";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { resetPasswordForm } from "#lib/storefront/account/schemas.ts";
import { account } from "#lib/storefront/account/verbs.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";

const blame = { PASSWORD_TOO_SHORT: "newPassword", PASSWORD_TOO_LONG: "newPassword" };

/** Sets the new password without signing in: signing in asks about this browser's guest orders. */
export const savePassword = accountForm(
  resetPasswordForm,
  async (chosen) => {
    await perform(account.resetPassword, await currentContext(), chosen);
    redirect("/sign-in?status=passwordReset");
  },
  blame,
);
