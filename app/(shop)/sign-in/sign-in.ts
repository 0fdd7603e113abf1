"use server";

import { redirect } from "next/navigation";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { nextPath } from "#lib/storefront/account/next-path.ts";
import { signInForm } from "#lib/storefront/account/schemas.ts";
import { signInHere } from "#lib/storefront/account/start-session.ts";

/** Signs in and returns to where the person came from. */
export const signIn = accountForm(signInForm, async ({ next, ...credentials }) => {
  const attached = await signInHere(credentials);
  redirect(nextPath(next) ?? (attached ? "/account/orders?status=attached" : "/account"));
});
