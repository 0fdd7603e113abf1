"use server";

import { redirect } from "next/navigation";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { nameForm } from "#lib/storefront/account/schemas.ts";
import { account } from "#lib/storefront/account/verbs.ts";

/** Changes the account owner's name. */
export const changeName = accountForm(nameForm, async (body) => {
  await perform(account.changeName, await requireAccount("/account/profile"), body);
  redirect("/account/profile?status=nameChanged");
});
