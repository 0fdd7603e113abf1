"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { auth } from "#lib/accounts/auth/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { nameForm } from "#lib/storefront/account/schemas.ts";

/** Changes what the account's owner is called. */
export const changeName = accountForm([acts.changeAccount], nameForm, async (body) => {
  await requireAccount("/account/profile");
  await auth.api.updateUser({ body, headers: await headers() });
  redirect("/account/profile?status=nameChanged");
});
