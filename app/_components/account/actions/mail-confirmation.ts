"use server";

import { redirect } from "next/navigation";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { emptyForm } from "#lib/storefront/account/schemas.ts";
import { account } from "#lib/storefront/account/verbs.ts";

/** Mails the verification link again, unless the address is verified. */
export const mailConfirmation = accountForm(emptyForm, async () => {
  const ctx = await requireAccount("/account");
  if (ctx.actor.emailVerified) redirect("/account");
  await perform(account.mailConfirmation, ctx, {});
  redirect("/account?status=confirmMailed");
});
