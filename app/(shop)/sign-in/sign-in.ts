"use server";

import { redirect } from "next/navigation";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { pathAfterEntry } from "#lib/storefront/account/brought.ts";
import { signInForm } from "#lib/storefront/account/schemas.ts";
import { account } from "#lib/storefront/account/verbs.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";

/** Signs in and returns to the previous page. */
export const signIn = accountForm(signInForm, async ({ next, ...credentials }) => {
  const brought = await perform(account.signIn, await currentContext(), credentials);
  const otherwise = brought === "own" ? "/account/orders?status=attached" : "/account";
  redirect(pathAfterEntry(brought, next, otherwise));
});
