import { headers } from "next/headers";
import { auth } from "#lib/accounts/auth/index.ts";
import { extendCartCookie } from "./cart-cookie.ts";
import { currentSession } from "./current-context.ts";

/**
 * Extends this browser's session once a day: its row, its cookie and the cart's cookie together. Only in actions: pages
 * cannot set cookies.
 */
export async function extendSession(): Promise<void> {
  if (!(await currentSession()).isDue) return;
  await auth.api.getSession({ headers: await headers() });
  await extendCartCookie();
}
