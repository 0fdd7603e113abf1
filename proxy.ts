import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "#lib/platform/env.ts";
import { cookieTrial } from "#lib/platform/http/cookie-trial.ts";
import { originOfOwnForm, pageHeaders } from "#lib/platform/http/page-headers.ts";
import { isLanguage } from "#lib/platform/i18n/languages.ts";
import { offeredCookie, offeredHeader } from "#lib/platform/i18n/reader.ts";
import { meantPath } from "#lib/platform/mailed-link.ts";

// It ends with the browser's session.
const ofThisVisit = { httpOnly: true, sameSite: "lax", path: "/" } as const;

/**
 * Gives pages their headers and the language that their address asks for, and mends the address of a link that a mail
 * program has touched. It decides nothing about access, and no API request passes through it.
 */
export function proxy(request: NextRequest): NextResponse {
  const https = env.STOREFRONT_URL.startsWith("https:");
  const nonce = randomBytes(16).toString("base64");
  const headers = pageHeaders(request.nextUrl.pathname, nonce, {
    development: env.NODE_ENV === "development",
    https,
  });
  // Next reads the nonce for its own scripts from the policy of the request.
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
  // Whoever puts a product into a cart from there has shown whether the cart can be kept.
  if (request.cookies.size === 0 && request.nextUrl.pathname.startsWith("/products/")) {
    response.cookies.set(cookieTrial);
  }
  return response;
}

/** Leads a link that a mail program has touched to where it was meant to lead. */
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
