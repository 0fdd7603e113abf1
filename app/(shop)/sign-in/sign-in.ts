"use server";

import { redirect } from "next/navigation";
import { acts } from "#lib/platform/limits/index.ts";
import { returnPath } from "#lib/platform/return-path.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { signInForm } from "#lib/storefront/account/schemas.ts";
import { signInHere } from "#lib/storefront/account/start-session.ts";

/** Signs in and returns to where the person came from. */
export const signIn = accountForm([acts.useCredentials], signInForm, async ({ next, ...credentials }) => {
  const attached = await signInHere(credentials);
  redirect(returnPath(next) ?? (attached ? "/account/orders?status=attached" : "/account"));
});
