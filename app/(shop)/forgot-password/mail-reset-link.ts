"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { auth } from "#lib/accounts/auth/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { log } from "#lib/platform/log.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { forgotPasswordForm } from "#lib/storefront/account/schemas.ts";

/**
 * Mails a link to choose a new password, if there is an account. The answer is on its way before anybody has
 * looked, so neither its words nor the time it takes tell which.
 */
export const mailResetLink = accountForm([acts.askForMail], forgotPasswordForm, async (body) => {
  after(() =>
    auth.api
      .requestPasswordReset({ body })
      .catch((error: unknown) => log.error({ err: error }, "a reset link could not be made")),
  );
  redirect("/forgot-password?status=sent");
});
