import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { env } from "#lib/platform/env.ts";
import { type Notes, watchReach } from "#lib/platform/http/reached.ts";
import { readBody, withBody } from "./body.ts";
import type { Exchange } from "./front.ts";
import { type Instead, judgeAnswer, sendAnswer } from "./judge-answer.ts";
import { refusalPage } from "./refusal-page.ts";
import { dropUnreadableState } from "./router-state.ts";

const methods = ["GET", "HEAD", "POST"];

/** A page or a form of it. What is posted goes on to Next once it is known to be small and whole. */
export async function frontPage(exchange: Exchange): Promise<void> {
  const { request, response, path } = exchange;
  const { next } = exchange.hosts;
  // Hot reload talks to itself in its own ways.
  if (env.NODE_ENV === "development" && /^\/_+next/.test(path)) return next(request, response);
  if (!methods.includes(request.method ?? "")) {
    return refusePage(exchange, 405, { allow: methods.join(", ") });
  }
  dropUnreadableState(request.headers);
  let posted = request;
  if (request.method === "POST") {
    if (isForeign(request.headers)) return refusePage(exchange, 403);
    const body = await readBody(request);
    if ("fault" in body) return refusePage(exchange, body.fault === "too large" ? 413 : 400);
    posted = withBody(request, body.bytes);
  }
  await watchReach((notes) => {
    judgeAnswer(response, () => judge(exchange, response, notes()));
    return next(posted, response);
  });
}

export async function refusePage(
  { response, path }: Exchange,
  status: number,
  headers: Record<string, string> = {},
): Promise<void> {
  await sendAnswer(response, refusalPage(path, status, headers));
}

/** Whether another site's page sends this form. Next asks the same, and fails. */
function isForeign(headers: IncomingHttpHeaders): boolean {
  const { origin } = headers;
  if (origin === undefined) return false;
  if (origin === "null") return headers["sec-fetch-site"] !== "same-origin";
  const host = headers["x-forwarded-host"] ?? headers.host;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/**
 * What takes the place of an answer of Next's that is no page. Where Next fails at a form before code of ours has
 * begun, it could not read what was sent. An error page of Next's own is empty until scripts fill it.
 */
function judge({ request, path }: Exchange, response: ServerResponse, { reached, answer }: Notes): Instead {
  const isUnreadable = response.statusCode >= 500 && request.method === "POST" && !reached;
  const status = isUnreadable ? 400 : response.statusCode;
  const contentType = String(response.getHeader("content-type") ?? "");
  const isBare = status >= 400 && (contentType === "" || contentType.startsWith("text/plain"));
  const isShell =
    status >= 400 && contentType.startsWith("text/html") && !answer && env.NODE_ENV !== "development";
  // The browser's half of an action reads these by itself, and so does a browser that looks for a file.
  const isForScripts = request.headers["next-action"] !== undefined && contentType !== "";
  if (isForScripts || path.startsWith("/_next/")) {
    return isUnreadable ? { status } : answer;
  }
  return isBare || isUnreadable || isShell ? { answer: async () => refusalPage(path, status) } : answer;
}
