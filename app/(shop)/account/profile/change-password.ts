"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { auth } from "#lib/auth/index.ts";
import { authLimits } from "#lib/auth/limits.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { changePasswordForm } from "#lib/storefront/account/schemas.ts";
import { limited } from "#lib/storefront/limited.ts";

const blame = {
  INVALID_PASSWORD: "currentPassword",
  PASSWORD_TOO_SHORT: "newPassword",
  PASSWORD_TOO_LONG: "newPassword",
};

/** Changes the password and ends every other session. Wrong tries count like those at the sign-in. */
export const changePassword = accountForm(
  changePasswordForm,
  async (passwords) => {
    const ctx = await requireAccount("/account/profile");
    const { email } = ctx.actor;
    await limited(authLimits("/sign-in/email"), ctx, { body: { email } }, async () =>
      auth.api.changePassword({
        body: { ...passwords, revokeOtherSessions: true },
        headers: await headers(),
      }),
    );
    redirect("/account/profile?status=passwordChanged");
  },
  blame,
);
