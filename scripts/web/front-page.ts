import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { env } from "#lib/platform/env.ts";
import { preparePage } from "#lib/platform/http/prepare-page.ts";
import { type Notes, watchReach } from "#lib/platform/http/reached.ts";
import { readBody } from "./body.ts";
import { isEncoded, plainBodies } from "./encoded.ts";
import type { Exchange } from "./front.ts";
import { type Instead, judgeAnswer, sendAnswer } from "./judge-answer.ts";
import { showPage } from "./public-page.ts";
import { awayPage, refusalPage } from "./refusal-page.ts";
import { copyOf } from "./request-copy.ts";
import { dropUnreadableState } from "./router-state.ts";

const methods = ["GET", "HEAD", "POST"];

/** Handles a page or its form. Posts go on to Next once their body is complete and within limits. */
export async function frontPage(exchange: Exchange): Promise<void> {
  const { request, response, path } = exchange;
  const { next } = exchange.hosts;
  // Hot reload and the error overlay use their own requests, which Next refuses from "null", as our pages without a
  // referrer call themselves.
  if (env.NODE_ENV === "development" && /^\/_+next/.test(path)) {
    if (request.headers.origin === "null" && !isForeign(request.headers)) delete request.headers.origin;
    return next(request, response);
  }
  if (!methods.includes(request.method ?? "")) {
    return refusePage(exchange, 405, { allow: methods.join(", ") });
  }
  dropUnreadableState(request.headers);
  let posted = request;
  if (request.method === "POST") {
    if (isForeign(request.headers)) return refusePage(exchange, 403);
    if (isEncoded(request.headers)) return refusePage(exchange, 415, plainBodies);
    const body = await readBody(request);
    if ("fault" in body) return refusePage(exchange, body.fault === "too large" ? 413 : 400);
    posted = copyOf(request, { body: body.bytes });
  }
  await watchReach((notes) => {
    judgeAnswer(response, () => judge(exchange, response, notes()));
    return (isDocument(request) && showDocument(exchange)) || next(posted, response);
  });
}

// Scripts ask with these for parts of pages. Others have a meaning inside Next, whose server drops them.
const headersOfNext = /^(rsc$|next-|x-(next|middleware|matched-path|now-))/;

/** Whether a browser asks for a page as a whole. */
function isDocument({ method, headers }: IncomingMessage): boolean {
  return method !== "POST" && !Object.keys(headers).some((name) => headersOfNext.test(name));
}

/** Renders the page without Next's server; null if that has to answer. */
function showDocument({ request, response, path, hosts }: Exchange): Promise<void> | null {
  const page = hosts.pageAt(path);
  if (page === null) return null;
  const search = (request.url ?? "").slice(path.length);
  const { redirect, nonce, forward, headers, cookies } = preparePage({
    method: request.method ?? "",
    path,
    search,
    header: (name) => request.headers[name]?.toString(),
  });
  if (redirect !== null) return null;
  Object.assign(request.headers, forward);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (cookies.length > 0) response.setHeader("set-cookie", cookies);
  return showPage(page, { request, response, path, search, nonce, forward, cookies });
}

export async function refusePage(
  { response, path }: Exchange,
  status: number,
  headers: Record<string, string> = {},
): Promise<void> {
  await sendAnswer(response, refusalPage(path, status, headers));
}

/** Whether another site posted this form. Next checks the same, but fails with an error. */
function isForeign(headers: IncomingHttpHeaders): boolean {
  const { origin } = headers;
  if (origin === undefined) return false;
  if (origin === "null") return headers["sec-fetch-site"] !== "same-origin";
  const host = headers["x-forwarded-host"] ?? headers.host;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/**
 * Replaces answers of Next that are not pages. If Next fails on a form before it has reached our code, it could not
 * parse the form. Next's own error pages are empty without JavaScript.
 */
function judge({ request, path }: Exchange, response: ServerResponse, notes: Readonly<Notes>): Instead {
  const { reached, answer } = notes;
  const isUnreadable = response.statusCode >= 500 && request.method === "POST" && !reached;
  const status = isUnreadable ? 400 : response.statusCode;
  // A page that redirects while it answers a form. Next keeps the method, so the browser would post the form to a page
  // that does not know it.
  if (request.method === "POST" && (status === 307 || status === 308)) return { status: 303 };
  const contentType = String(response.getHeader("content-type") ?? "");
  const isBare = status >= 400 && (contentType === "" || contentType.startsWith("text/plain"));
  const isShell =
    status >= 400 && contentType.startsWith("text/html") && !answer && env.NODE_ENV !== "development";
  // Next's pages at the addresses of files, which proxy.ts skips: anybody could frame them.
  const shown = answer?.status ?? status;
  const isUnguarded =
    shown >= 400 &&
    contentType.startsWith("text/html") &&
    !response.hasHeader("content-security-policy") &&
    env.NODE_ENV !== "development";
  // These are read by the browser's side of an action, or by a browser that requests a file.
  const isForScripts = request.headers["next-action"] !== undefined && contentType !== "";
  if ((isForScripts || path.startsWith("/_next/")) && !isUnguarded) {
    return isUnreadable ? { status } : answer;
  }
  if (!isBare && !isUnreadable && !isShell && !isUnguarded) return answer;
  // Read at the end of Next's answer: it reports why a page failed after it has decided on the status.
  const isOut = () => status >= 500 && notes.isUnavailable;
  return { answer: async () => (isOut() ? awayPage(path) : refusalPage(path, isUnguarded ? shown : status)) };
}
