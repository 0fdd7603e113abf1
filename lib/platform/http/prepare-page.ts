import { randomBytes } from "node:crypto";
import { env } from "#lib/platform/env.ts";
import { isLanguage } from "#lib/platform/i18n/languages.ts";
import { offeredCookie, offeredHeader } from "#lib/platform/i18n/reader.ts";
import { meantPath } from "#lib/platform/mailed-link.ts";
import { cookieTrial } from "./cookie-trial.ts";
import { originOfOwnForm, pageHeaders } from "./page-headers.ts";

type Asked = {
  method: string;
  path: string;
  /** The query, with its question mark; empty if there is none. */
  search: string;
  header: (name: string) => string | null | undefined;
};

type PreparedPage = {
  /** The path that a mail program has changed, as it was; null if the page is to be shown. */
  redirect: string | null;
  /** Allows the page's own scripts to run; another one for each answer. */
  nonce: string;
  /** Headers that the request gets, for the page and for Next. */
  forward: Record<string, string>;
  /** Headers of the answer. */
  headers: Record<string, string>;
  /** Values of Set-Cookie. All end with the visit. */
  cookies: string[];
};

/**
 * What every page needs before it is rendered: its headers, the language from the URL, repaired links. It makes no
 * access decisions. Our web server calls it in front of Next; otherwise proxy.ts does.
 */
export function preparePage({ method, path, search, header }: Asked): PreparedPage {
  const https = env.STOREFRONT_URL.startsWith("https:");
  const nonce = randomBytes(16).toString("base64");
  const headers = pageHeaders(path, nonce, { development: env.NODE_ENV === "development", https });
  const origin = originOfOwnForm(header, https ? "https:" : "http:");
  const language = search === "" ? null : new URLSearchParams(search).get("language");
  const cookies: string[] = [];
  if (isLanguage(language)) cookies.push(sessionCookie(offeredCookie, language, https));
  // Adding to the cart from there then shows whether the browser accepts cookies.
  if (!header("cookie") && path.startsWith("/products/")) {
    cookies.push(sessionCookie(cookieTrial.name, cookieTrial.value, false));
  }
  return {
    redirect: method === "GET" || method === "HEAD" ? meantPath(path) : null,
    nonce,
    forward: {
      // Next reads the nonce for its own scripts from the request's policy.
      "content-security-policy": headers["content-security-policy"] ?? "",
      "x-nonce": nonce,
      ...(origin && { origin }),
      ...(isLanguage(language) && { [offeredHeader]: language }),
    },
    headers,
    cookies,
  };
}

function sessionCookie(name: string, value: string, secure: boolean): string {
  return `${name}=${value}; Path=/;${secure ? " Secure;" : ""} HttpOnly; SameSite=lax`;
}
