import { type ReadyAnswer, requestIdOf } from "#lib/platform/http/index.ts";

// Any page may call: the caller is identified by a token, never by a cookie.
const allowOrigin = { "access-control-allow-origin": "*" };

const preflight = {
  ...allowOrigin,
  "access-control-allow-methods": "GET, HEAD, POST, DELETE",
  // The wildcard covers what clients add, such as a user agent, but not these in older browsers, and never the first.
  "access-control-allow-headers":
    "authorization, content-type, user-agent, x-correlation-id, x-request-id, *",
  "access-control-max-age": "86400",
};

/** Answers a CORS preflight request. */
export function preflightAnswer(request: Request): Response {
  return new Response(null, { status: 204, headers: { ...preflight, "x-request-id": requestIdOf(request) } });
}

/** Lets every page read the answer, and echoes the client's correlation id; without one, the request's own is it. */
export function withClientHeaders<A extends ReadyAnswer | Response>(answer: A, request: Request): A {
  const headers = {
    ...allowOrigin,
    "access-control-expose-headers": "x-correlation-id, x-request-id, retry-after",
    ...correlation(answer, request),
  };
  if (!(answer instanceof Response)) return { ...answer, headers: { ...answer.headers, ...headers } };
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}

function correlation(answer: ReadyAnswer | Response, request: Request) {
  const name = "x-request-id";
  const own = answer instanceof Response ? answer.headers.get(name) : answer.headers[name];
  const given = request.headers.get("x-correlation-id");
  const id = given && /^[A-Za-z0-9_/-]{8,256}$/.test(given) ? given : own;
  return id ? { "x-correlation-id": id } : {};
}
