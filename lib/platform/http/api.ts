import { DomainError, type ErrorCode } from "#lib/platform/errors.ts";
import { addressTable } from "./address-table.ts";
import type { Dialect, Incoming, Route } from "./dialect.ts";
import { respond } from "./respond.ts";

/** Why a request goes no further than the web server. */
export type Refused = { code: ErrorCode; message: string; headers?: Record<string, string> };

/** An API: whatever has a Request can have it answered. */
export type Api = {
  /** Where its addresses start: "/store". */
  mount: string;
  /** Its contract as OpenAPI, and where it is read. */
  contract?: { path: string; document(): object };
  serve(request: Request): Promise<Response>;
  /** The methods that a path is served under; empty where there is nothing. */
  methodsAt(path: string): readonly string[];
  /** Its own answer to a request that the web server refuses. */
  refuse(request: Request, refused: Refused): Promise<Response>;
};

type Speech = Pick<Dialect<never, never, never>, "mount" | "failure">;
type Served = Pick<Route, "id" | "method" | "path"> & { handle: Route["handle"] };

/** Serves `routes` in a dialect. An address that there is none of, and another method, are answered in it too. */
export function createApi({ mount, failure }: Speech, routes: readonly Served[]): Api {
  const find = addressTable(routes.map((route) => [route.path, route] as const));

  const serve: Api["serve"] = (request) => {
    const url = new URL(request.url);
    const isHead = request.method === "HEAD";
    const { values, params } = find(url.pathname) ?? { values: [], params: {} };
    const method = isHead ? "GET" : request.method;
    const route = values.find((candidate) => candidate.method === method);
    const incoming: Incoming = { request, params, query: url.searchParams, isHead };
    return respond(request, {
      route: route?.id ?? "unknown",
      answer: async () => {
        if (route) return route.handle(incoming);
        throw values.length === 0
          ? new DomainError("not_found", "There is nothing at this address")
          : new DomainError("method_not_allowed", `This address does not serve ${request.method}`);
      },
      failure: (error, requestId) => failure(error, requestId, url.pathname),
    });
  };

  return {
    mount,
    serve,
    methodsAt: (path) => {
      const served = (find(path)?.values ?? []).map(({ method }) => method);
      return (served.includes("GET") ? [...served, "HEAD"] : served).toSorted();
    },
    refuse: refuseBy(failure),
  };
}

/** Refuses in the words of a dialect. */
export function refuseBy(failure: Speech["failure"]): Api["refuse"] {
  return (request, { code, message, headers }) =>
    respond(request, {
      route: "refused",
      answer: () => Promise.reject(new DomainError(code, message)),
      failure: (error, requestId) => {
        const answer = failure(error, requestId, new URL(request.url).pathname);
        return { ...answer, headers: { ...answer.headers, ...headers } };
      },
    });
}
