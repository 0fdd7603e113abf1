"use server";

import { redirect } from "next/navigation";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { changePasswordForm } from "#lib/storefront/account/schemas.ts";
import { account } from "#lib/storefront/account/verbs.ts";

const blame = {
  INVALID_PASSWORD: "currentPassword",
  PASSWORD_TOO_SHORT: "newPassword",
  PASSWORD_TOO_LONG: "newPassword",
};

/** Changes the password and ends every other session. Wrong passwords count like those at sign-in. */
export const changePassword = accountForm(
  changePasswordForm,
  async (passwords) => {
    await perform(account.changePassword, await requireAccount("/account/profile"), passwords);
    redirect("/account/profile?status=passwordChanged");
  },
  blame,
);
