"use server";

import { redirect } from "next/navigation";
import { noteReached } from "#lib/platform/http/reached.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { account } from "#lib/storefront/account/verbs.ts";
import { forgetCart } from "#lib/storefront/visitor/cart-cookie.ts";
import { tryCookies } from "#lib/storefront/visitor/cookie-trial.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";

/** Ends this browser's session. The cart stays with the account. */
export async function signOut(): Promise<void> {
  noteReached();
  await perform(account.signOut, await currentContext(), {});
  await forgetCart();
  await tryCookies();
  redirect("/sign-in?status=signedOut");
}
