"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { auth } from "#lib/accounts/auth/index.ts";
import { noteReached } from "#lib/platform/http/reached.ts";
import { acts, limited } from "#lib/platform/limits/index.ts";
import { forgetCart } from "#lib/storefront/cart-cookie.ts";
import { currentContext } from "#lib/storefront/current-context.ts";

/** Ends the session of this browser. The account's cart stays with the account. */
export async function signOut(): Promise<void> {
  noteReached();
  await limited([acts.changeAccount], await currentContext(), async () =>
    auth.api.signOut({ headers: await headers() }),
  );
  await forgetCart();
  redirect("/sign-in?status=signedOut");
}
