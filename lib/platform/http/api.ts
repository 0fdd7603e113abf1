import { DomainError, type ErrorCode } from "#lib/platform/errors.ts";
import { addressTable } from "./address-table.ts";
import type { Dialect, Incoming, Route } from "./dialect.ts";
import { type ReadyAnswer, respond, responseOf } from "./respond.ts";

/** Why the web server rejects a request before routing. */
export type Refused = { code: ErrorCode; message: string; headers?: Record<string, string> };

/** An API. Anything that has a Request can serve it. */
export type Api = {
  /** The prefix of its paths: "/store". */
  mount: string;
  /** Its OpenAPI document, and the path that serves it. */
  contract?: { path: string; document(): object };
  serve(request: Request): Promise<ReadyAnswer | Response>;
  /** The methods that a path supports. Empty for unknown paths. */
  methodsAt(path: string): readonly string[];
  /** Answers a request that the web server rejects. */
  refuse(request: Request, refused: Refused): Promise<Response>;
};

type Speech = Pick<Dialect<never, never, never>, "mount" | "failure">;
type Served = Pick<Route, "id" | "method" | "path" | "handle" | "besideFailure">;

/** Serves `routes` in a dialect, which also words the answers to unknown paths and methods. */
export function createApi({ mount, failure }: Speech, routes: readonly Served[]): Api {
  const find = addressTable(routes.map((route) => [route.path, route] as const));

  const serve: Api["serve"] = (request) => {
    const url = new URL(request.url);
    const isHead = request.method === "HEAD";
    const found = find(url.pathname);
    const method = isHead ? "GET" : request.method;
    const { value: route, params = {} } = found.find(({ value }) => value.method === method) ?? {};
    const incoming: Incoming = { request, params, query: url.searchParams, isHead };
    return respond(request, {
      route: route?.id ?? "unknown",
      answer: async () => {
        if (route) return route.handle(incoming);
        throw found.length === 0
          ? new DomainError("not_found", "There is nothing at this address")
          : new DomainError("method_not_allowed", `This address does not support ${request.method}`);
      },
      failure: async (error, requestId) => {
        const answer = failure(error, requestId, url.pathname);
        return {
          ...answer,
          headers: { ...answer.headers, ...(await route?.besideFailure?.(error, incoming)) },
        };
      },
    });
  };

  return {
    mount,
    serve,
    methodsAt: (path) => {
      const served = new Set<string>(find(path).map(({ value }) => value.method));
      return [...(served.has("GET") ? served.add("HEAD") : served)].toSorted();
    },
    refuse: refuseBy(failure),
  };
}

/** Rejects requests in the error format of a dialect. */
function refuseBy(failure: Speech["failure"]): Api["refuse"] {
  return async (request, { code, message, headers }) =>
    responseOf(
      await respond(request, {
        route: "refused",
        answer: () => Promise.reject(new DomainError(code, message)),
        failure: (error, requestId) => {
          const answer = failure(error, requestId, new URL(request.url).pathname);
          return { ...answer, headers: { ...answer.headers, ...headers } };
        },
      }),
    );
}
