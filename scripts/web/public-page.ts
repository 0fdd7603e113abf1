import { hash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "#lib/platform/env.ts";
import { formatOf } from "#lib/platform/i18n/locale.ts";
import { chosenCookie, cookieIn, offeredHeader, readerOf } from "#lib/platform/i18n/reader.ts";
import { log } from "#lib/platform/log/log.ts";
import { watchPurity } from "#lib/platform/pure.ts";
import { withGiven } from "#lib/storefront/public-pages/given.ts";
import { readPublicPage } from "#lib/storefront/public-pages/read-page.ts";
import { type KeptPage, keepPages, putTogether, takeApart } from "./kept-pages.ts";
import type { ServePage } from "./page-host.ts";
import { copyOf } from "./request-copy.ts";
import { sendWhole } from "./whole-answer.ts";

type Asked = {
  request: IncomingMessage;
  response: ServerResponse;
  /** The page's path and query. */
  path: string;
  search: string;
  /** Headers of the request from preparePage, with the nonce. */
  forward: Record<string, string>;
  nonce: string;
  /** Values of Set-Cookie that are already on the answer. */
  cookies: readonly string[];
};

// About a hundred and fifty.
const pages = keepPages(8 * 1024 * 1024);

/**
 * Renders a page, or shows it as it was rendered before. All that a public page depends on is read for each request,
 * and is the key to what is kept: docs/decisions/2026-11-29-public-pages-are-kept.md.
 */
export async function showPage(page: ServePage, asked: Asked): Promise<void> {
  const { request, response, cookies } = asked;
  const read = await readFor(asked);
  if (read === null) {
    sendWhole(request, response);
    return page(request, response, cookies);
  }
  const { given, address } = read;
  const nobodys = { host: new URL(env.STOREFRONT_URL).host, ...spokenIn(request) };
  const key = hash("sha256", JSON.stringify([address, nobodys, given]), "base64");
  const kept = pages.find(key);
  if (kept) return sendKept(kept, asked);
  const headers = { ...nobodys, ...asked.forward };
  await keepIfPure(key, asked, () =>
    withGiven(given, () => page(copyOf(request, { url: address, headers }), response, [])),
  );
}

function sendKept(kept: KeptPage, { request, response, nonce }: Asked): void {
  sendWhole(request, response);
  const { headers, text } = putTogether(kept, nonce);
  for (const [name, value] of headers) response.setHeader(name, value);
  response.end(text);
}

/** Sends what `render` writes, and keeps it if it depends on nothing but its key. */
async function keepIfPure(
  key: string,
  { request, response, nonce }: Asked,
  render: () => Promise<void>,
): Promise<void> {
  const known = new Set(response.getHeaderNames());
  await watchPurity((isPure) => {
    sendWhole(request, response, (text) => {
      const isWhole = response.statusCode === 200 && text.subarray(-end.length).equals(end);
      if (!isPure() || !isWhole || response.destroyed) return;
      const own = response.getHeaderNames().filter((name) => !known.has(name));
      const headers = own.map((name) => [name, `${response.getHeader(name)}`] as const);
      pages.keep(key, takeApart(nonce, headers, text));
    });
    return render();
  });
}

const end = Buffer.from("</html>");

/** What the page shows; null for one that is rendered for each request. */
async function readFor({ request, path, search }: Asked): ReturnType<typeof readPublicPage> {
  if (request.method !== "GET") return null;
  const headers = new Headers();
  for (const name of ["cookie", "authorization"]) {
    const value = request.headers[name]?.toString();
    if (value !== undefined) headers.set(name, value);
  }
  try {
    return await readPublicPage({ path, search: new URLSearchParams(search), headers });
  } catch (error) {
    // The page meets the same failure, and says so to its visitor.
    log.warn({ source: "web", err: error }, "the data of a page could not be read");
    return null;
  }
}

/** The reader's language and region, and the language of the address, as headers of a request. */
function spokenIn({ headers }: IncomingMessage): Record<string, string> {
  const header = (name: string) => headers[name]?.toString();
  const cookie = (name: string) => cookieIn(header("cookie") ?? "", name);
  const { locale, language, chosen } = readerOf({ header, cookie });
  const offered = header(offeredHeader);
  return {
    "accept-language": formatOf(locale),
    ...(offered && { [offeredHeader]: offered }),
    // A choice counts more than the address.
    ...(offered && chosen && { cookie: `${chosenCookie}=${language}` }),
  };
}
