import { randomBytes } from "node:crypto";
import { env } from "#lib/platform/env.ts";
import { asDomainError } from "#lib/platform/http/faults.ts";
import { pageHeaders } from "#lib/platform/http/page-headers.ts";
import { directionOf, languages } from "#lib/platform/i18n/languages.ts";
import { messagesIn } from "#lib/platform/i18n/messages.ts";
import { readerHere } from "#lib/platform/i18n/reader.ts";

const keys: Record<number, "foreign" | "method" | "tooLarge" | "tooLong"> = {
  403: "foreign",
  405: "method",
  413: "tooLarge",
  414: "tooLong",
};

/** The page for a page that has failed: it says when to come back if the database cannot be reached. */
export function failurePage(path: string, error: unknown): Response {
  return asDomainError(error).code === "unavailable" ? awayPage(path) : refusalPage(path, 500);
}

/** The page while the database cannot be reached. */
export function awayPage(path: string): Response {
  return refusalPage(path, 503, { "retry-after": "5" });
}

/** An error page for requests that do not reach the shop's pages. It depends on nothing that might be broken. */
export function refusalPage(path: string, status: number, headers: Record<string, string> = {}): Response {
  const language = readerHere()?.language ?? languages[0];
  const { refused, crash, site, notFound } = messagesIn(language).shop;
  const { title, lead } =
    status >= 500 ? crash : status === 404 ? notFound : refused[keys[status] ?? "unclear"];
  const nonce = randomBytes(16).toString("base64");
  const html = `<!DOCTYPE html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${site.name}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark }
body { margin: 0 auto; max-width: 28rem; padding: 5rem 1.25rem; text-align: center; text-wrap: balance; font: 1.125rem/1.6 system-ui, sans-serif; background: light-dark(#faf8f4, #151d1e); color: light-dark(#1f2a2e, #ece6da) }
h1 { margin: 2rem 0 1rem; font: 600 2.25rem/1.25 Georgia, serif }
.brand { font: 700 1.5rem/1 Georgia, serif }
.ways { margin-top: 2rem }
.ways a { display: inline-block; margin: 0.25rem; padding: 0.625rem 1.5rem; border: 1px solid; border-radius: 0.5rem; color: inherit; font-weight: 600; text-decoration: none }
</style>
</head>
<body>
<p class="brand">${site.name}</p>
<main>
<h1>${title}</h1>
<p>${lead}</p>
<p class="ways">${status >= 500 ? `<a href="">${crash.retry}</a> ` : ""}<a href="/">${notFound.home}</a></p>
</main>
</body>
</html>
`;
  return new Response(html, {
    status,
    headers: {
      ...pageHeaders(path, nonce, { development: false, https: env.STOREFRONT_URL.startsWith("https:") }),
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex, nofollow",
      "content-type": "text/html; charset=utf-8",
      ...headers,
    },
  });
}
