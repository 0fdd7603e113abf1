import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "#lib/platform/env.ts";
import { cookieTrial } from "#lib/platform/http/cookie-trial.ts";
import { originOfOwnForm, pageHeaders } from "#lib/platform/http/page-headers.ts";
import { isLanguage } from "#lib/platform/i18n/languages.ts";
import { offeredCookie, offeredHeader } from "#lib/platform/i18n/reader.ts";
import { meantPath } from "#lib/platform/mailed-link.ts";

// Session cookies.
const ofThisVisit = { httpOnly: true, sameSite: "lax", path: "/" } as const;

/**
 * Sets the pages' headers and the language from the URL, and repairs mailed links that a mail program has changed. It
 * makes no access decisions, and API requests do not pass through it.
 */
export function proxy(request: NextRequest): NextResponse {
  const https = env.STOREFRONT_URL.startsWith("https:");
  const nonce = randomBytes(16).toString("base64");
  const headers = pageHeaders(request.nextUrl.pathname, nonce, {
    development: env.NODE_ENV === "development",
    https,
  });
  // Next reads the nonce for its own scripts from the request's policy.
  const forwarded = new Headers(request.headers);
  forwarded.set("content-security-policy", headers["content-security-policy"] ?? "");
  forwarded.set("x-nonce", nonce);
  const origin = originOfOwnForm(request.headers, new URL(env.STOREFRONT_URL).protocol);
  if (origin) forwarded.set("origin", origin);
  const language = request.nextUrl.searchParams.get("language");
  if (isLanguage(language)) forwarded.set(offeredHeader, language);
  const response = backOnTrack(request) ?? NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  if (isLanguage(language)) response.cookies.set(offeredCookie, language, { ...ofThisVisit, secure: https });
  // Adding to the cart from there then shows whether the browser accepts cookies.
  if (request.cookies.size === 0 && request.nextUrl.pathname.startsWith("/products/")) {
    response.cookies.set(cookieTrial);
  }
  return response;
}

/** Redirects a mailed link that a mail program has changed to its intended page. */
function backOnTrack({ method, nextUrl }: NextRequest): NextResponse | null {
  const meant = method === "GET" || method === "HEAD" ? meantPath(nextUrl.pathname) : null;
  if (meant === null) return null;
  const url = nextUrl.clone();
  url.pathname = meant;
  return NextResponse.redirect(url, 307);
}

export const config = {
  matcher: [
    "/((?!store/|webhooks/|auth/|commercetools/|openapi\\.json|openapi-commercetools\\.json|docs|healthz|readyz|_next/|products/.*\\.svg|.*\\.svg$).*)",
  ],
};
