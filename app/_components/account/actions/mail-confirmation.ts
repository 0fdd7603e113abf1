"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { auth } from "#lib/accounts/auth/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { emptyForm } from "#lib/storefront/account/schemas.ts";

/** Mails the link that proves the account's address once more. One that is proven needs none. */
export const mailConfirmation = accountForm([acts.askForMail], emptyForm, async () => {
  const ctx = await requireAccount("/account");
  const { email, emailVerified } = ctx.actor;
  if (emailVerified) redirect("/account");
  const body = { email };
  await auth.api.sendVerificationEmail({ body, headers: await headers() });
  redirect("/account?status=confirmMailed");
});
