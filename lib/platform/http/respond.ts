import type { DomainError } from "#lib/platform/errors.ts";
import { log } from "#lib/platform/log/log.ts";
import { asDomainError } from "./faults.ts";
import { requestIdOf } from "./request-id.ts";

export type Answer = { status: number; body: unknown; headers?: Record<string, string> };

/** An answer as it is sent; to HEAD without a body. A Response with its stream would cost more than most routes. */
export type ReadyAnswer = { status: number; headers: Record<string, string>; body: string | null };

type Work = {
  /** The route's id, for the log. */
  route: string;
  /** A Response is passed on as it is, with our headers added. */
  answer(): Promise<Answer | Response>;
  failure(error: DomainError, requestId: string): Answer | Promise<Answer>;
};

const privateHeaders = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
  "x-content-type-options": "nosniff",
};

/** HTTP wants every 401 to say how to authenticate. Browsers open a dialog for Basic and Digest, not for Bearer. */
const challenge = { "www-authenticate": 'Bearer realm="shop"' };

/** Runs `work` for a request: catches errors, writes one log line, and sets the headers of every answer. */
export async function respond(request: Request, work: Work): Promise<ReadyAnswer | Response> {
  const started = performance.now();
  const requestId = requestIdOf(request);
  const answer = await settle(work, requestId);
  const ms = Math.round(performance.now() - started);
  log.info({ requestId, route: work.route, status: answer.status, ms }, "request");
  const headers = { "x-request-id": requestId, ...privateHeaders, ...(answer.status === 401 && challenge) };
  if (answer instanceof Response) {
    for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
    return answer;
  }
  return {
    status: answer.status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers, ...answer.headers },
    body: request.method === "HEAD" ? null : JSON.stringify(answer.body),
  };
}

/** The same answer as a Response. */
export function responseOf(answer: ReadyAnswer | Response): Response {
  return answer instanceof Response ? answer : new Response(answer.body, answer);
}

async function settle(work: Work, requestId: string): Promise<Answer | Response> {
  try {
    return await work.answer();
  } catch (thrown) {
    const error = asDomainError(thrown);
    const answer = await work.failure(error, requestId);
    // What a client does wrong, such as a forged webhook, must not fill the log with errors.
    const level = answer.status < 500 ? "warn" : "error";
    if (error.cause)
      log[level]({ requestId, route: work.route, code: error.code, err: error.cause }, "request failed");
    return answer;
  }
}
