import { trustedOrigins } from "#lib/accounts/auth/trusted-origins.ts";
import { isFromBrowser } from "#lib/platform/http/index.ts";

/**
 * The headers for better-auth. It takes a program for a browser that hides its origin, because fetch in Node sends
 * Sec-Fetch-Mode, and because some programs keep cookies; so a program's call gets the shop's own origin.
 */
export function headersOfCaller(sent: Headers): Headers {
  const [own] = trustedOrigins;
  if (isFromBrowser(sent) || own === undefined) return sent;
  const headers = new Headers(sent);
  headers.delete("sec-fetch-mode");
  headers.set("origin", own);
  return headers;
}
