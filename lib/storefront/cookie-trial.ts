import { cookies, headers } from "next/headers";
import { cookieTrial } from "#lib/platform/http/cookie-trial.ts";

/**
 * Whether the visitor's browser keeps cookies: any will do, and proxy.ts gives it one with each product. A browser that
 * has none is given one now, in case that page was there long before. Only in actions.
 */
export async function keepsCookies(): Promise<boolean> {
  if ((await headers()).has("cookie")) return true;
  (await cookies()).set(cookieTrial);
  return false;
}
