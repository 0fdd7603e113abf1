import { cookies, headers } from "next/headers";
import { cookieTrial } from "#lib/platform/http/cookie-trial.ts";

/**
 * Whether the visitor's browser accepts cookies: it does if it sent any, and product pages set one. Sets
 * one now if there is none, in case the page was opened long before. Only in actions.
 */
export async function keepsCookies(): Promise<boolean> {
  if ((await headers()).has("cookie")) return true;
  await tryCookies();
  return false;
}

/** Sets a cookie that shows later that the browser keeps them. Called where the others are removed. Only in actions. */
export async function tryCookies(): Promise<void> {
  (await cookies()).set(cookieTrial);
}
