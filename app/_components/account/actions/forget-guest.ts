"use server";

import { redirect } from "next/navigation";
import { noteReached } from "#lib/platform/http/reached.ts";
import { leaveBrowser } from "#lib/storefront/account/leave-browser.ts";

/** Ends a guest's session, for the next person at this device. The order stays, and the mailed link opens it. */
export async function forgetGuest(): Promise<void> {
  noteReached();
  await leaveBrowser();
  redirect("/cart?status=forgotten");
}
