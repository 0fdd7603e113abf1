import { type Api, type ReadyAnswer, withHeaders } from "#lib/platform/http/index.ts";

/** The API with the client's x-correlation-id in its answers. Without a valid one, the request's own id is it. */
export function withCorrelationId(api: Api): Api {
  return {
    ...api,
    serve: async (request) => correlated(await api.serve(request), request),
    refuse: async (request, refused) => correlated(await api.refuse(request, refused), request),
  };
}

function correlated<A extends ReadyAnswer | Response>(answer: A, request: Request): A {
  const name = "x-request-id";
  const own = answer instanceof Response ? answer.headers.get(name) : answer.headers[name];
  const given = request.headers.get("x-correlation-id");
  const id = given && /^[A-Za-z0-9_/-]{8,256}$/.test(given) ? given : own;
  return id ? withHeaders(answer, { "x-correlation-id": id }) : answer;
}
