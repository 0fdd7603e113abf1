import type { Api } from "./api.ts";
import { requestIdOf } from "./request-id.ts";
import { type ReadyAnswer, responseOf } from "./respond.ts";

/** Which pages of other origins may call an API. */
type Cors = {
  /** The origins whose pages may call with the visitor's cookies. "*" lets every page call, without cookies. */
  origins: readonly string[] | "*";
  /** The headers that pages may send, and those of answers that they may read. */
  sent: readonly string[];
  readable: readonly string[];
};

/** The API for pages of other origins, too: it answers their preflight requests and lets them read its answers. */
export function withCors(api: Api, cors: Cors): Api {
  if (cors.origins.length === 0) return api;
  const permit = async <A extends ReadyAnswer | Response>(answer: Promise<A>, request: Request): Promise<A> =>
    withHeaders(await answer, answerHeaders(cors, request));
  const isPreflight = (request: Request) =>
    request.method === "OPTIONS" && allowedOrigin(cors, request) !== null;
  return {
    ...api,
    serve: async (request) =>
      isPreflight(request) ? preflightAnswer(cors, request) : permit(api.serve(request), request),
    methodsAt: (path) => {
      const methods = api.methodsAt(path);
      return methods.length === 0 ? methods : [...methods, "OPTIONS"].toSorted();
    },
    // The request that follows is rejected, and its page can read why.
    refuse: async (request, refused) =>
      isPreflight(request)
        ? responseOf(preflightAnswer(cors, request))
        : permit(api.refuse(request, refused), request),
  };
}

/** Allows every method at every address: otherwise a page could not read a 404 or 405. */
function preflightAnswer(cors: Cors, request: Request): ReadyAnswer {
  const headers = {
    ...answerHeaders(cors, request),
    "access-control-allow-methods": "DELETE, GET, HEAD, PATCH, POST, PUT",
    "access-control-allow-headers": cors.sent.join(", "),
    "access-control-max-age": "86400",
    "x-request-id": requestIdOf(request),
  };
  return { status: 204, headers, body: null };
}

function answerHeaders(cors: Cors, request: Request): Record<string, string> {
  const origin = allowedOrigin(cors, request);
  // A cache must not give the answer for one origin to another.
  const vary: Record<string, string> = cors.origins === "*" ? {} : { vary: "origin" };
  if (origin === null) return vary;
  return {
    ...vary,
    "access-control-allow-origin": origin,
    ...(origin === "*" ? {} : { "access-control-allow-credentials": "true" }),
    "access-control-expose-headers": cors.readable.join(", "),
  };
}

function allowedOrigin({ origins }: Cors, request: Request): string | null {
  if (origins === "*") return origins;
  const origin = request.headers.get("origin");
  return origin !== null && origins.includes(origin) ? origin : null;
}

/** The answer with more headers. */
export function withHeaders<A extends ReadyAnswer | Response>(answer: A, headers: Record<string, string>): A {
  if (!(answer instanceof Response)) return { ...answer, headers: { ...answer.headers, ...headers } };
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}
