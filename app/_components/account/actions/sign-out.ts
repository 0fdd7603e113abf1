"use server";

import { redirect } from "next/navigation";
import { noteReached } from "#lib/platform/http/reached.ts";
import { leaveBrowser } from "#lib/storefront/account/leave-browser.ts";

/** Ends this browser's session. The cart stays with the account. */
export async function signOut(): Promise<void> {
  noteReached();
  await leaveBrowser();
  redirect("/sign-in?status=signedOut");
}
