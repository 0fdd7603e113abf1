import { headers } from "next/headers";
import { auth } from "#lib/accounts/auth/index.ts";
import { prolongCart } from "./cart-cookie.ts";
import { currentSession } from "./current-context.ts";

/**
 * Prolongs the session of this browser once a day: its row, its cookie and the cart's cookie together. Only in
 * actions: a page cannot set cookies, so looking at pages prolongs nothing by itself.
 */
export async function prolongSession(): Promise<void> {
  if (!(await currentSession()).isDue) return;
  await auth.api.getSession({ headers: await headers() });
  await prolongCart();
}
