"use server";

import { redirect } from "next/navigation";
import { auth } from "#lib/accounts/auth/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { resetPasswordForm } from "#lib/storefront/account/schemas.ts";

const blame = { PASSWORD_TOO_SHORT: "newPassword", PASSWORD_TOO_LONG: "newPassword" };

/** Sets the new password. It signs nobody in: what a guest of this browser has is asked about when signing in. */
export const savePassword = accountForm(
  [acts.useCredentials],
  resetPasswordForm,
  async (body) => {
    await auth.api.resetPassword({ body });
    redirect("/sign-in?status=passwordReset");
  },
  blame,
);
