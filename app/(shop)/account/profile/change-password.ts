"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { auth } from "#lib/accounts/auth/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { changePasswordForm } from "#lib/storefront/account/schemas.ts";

const blame = {
  INVALID_PASSWORD: "currentPassword",
  PASSWORD_TOO_SHORT: "newPassword",
  PASSWORD_TOO_LONG: "newPassword",
};

/** Changes the password and ends every other session. Wrong tries count like those at the sign-in. */
export const changePassword = accountForm(
  [acts.useCredentials],
  changePasswordForm,
  async (passwords) => {
    await requireAccount("/account/profile");
    await auth.api.changePassword({
      body: { ...passwords, revokeOtherSessions: true },
      headers: await headers(),
    });
    redirect("/account/profile?status=passwordChanged");
  },
  blame,
);
