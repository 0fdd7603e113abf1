import { DomainError, type ErrorCode } from "#lib/platform/errors.ts";
import { type Answer, respond } from "./respond.ts";

export type Refusal = { code: ErrorCode; message: string; headers?: Record<string, string> };

/** An API as the web server in front of Next sees it. */
export type MountedApi = {
  /** Where its addresses start: "/store". */
  mount: string;
  /** The methods that a path is served under; empty where there is nothing. */
  methodsAt(path: string): readonly string[];
  /** Its own answer to a request that gets no further than the web server. */
  refuse(request: Request, refusal: Refusal): Promise<Response>;
};

// The web server (scripts/web.ts) and the bundled application are two module graphs in one process,
// so what they share has to hang on the global object.
const key = Symbol.for("guest-checkout.apis");
const shared = globalThis as { [key]?: readonly MountedApi[] };

/** Tells the web server which APIs there are. */
export function mountApis(apis: readonly MountedApi[]): void {
  shared[key] = apis;
}

/** The API that a path belongs to. */
export function apiAt(path: string): MountedApi | undefined {
  return shared[key]?.find(({ mount }) => path === mount || path.startsWith(`${mount}/`));
}

/** Looks methods up by path. A route's path has parameters in braces: "/store/orders/{id}". */
export function methodsOf(
  routes: readonly { path: string; methods: readonly string[] }[],
): MountedApi["methodsAt"] {
  const known = routes.map(({ path, methods }) => ({ parts: path.split("/"), methods }));
  return (path) => {
    const segments = path.split("/");
    const found = known.filter(({ parts }) => isAt(parts, segments));
    return [...new Set(found.flatMap(({ methods }) => methods))].toSorted();
  };
}

function isAt(parts: string[], segments: string[]): boolean {
  if (parts.length !== segments.length) return false;
  return parts.every((part, index) => {
    const segment = segments[index] ?? "";
    const [before = "", parameter] = part.split("{");
    if (parameter === undefined) return segment === part;
    return segment.startsWith(before) && segment.length > before.length;
  });
}

/** Refuses in the words of a dialect. */
export function refuseBy(failure: (error: DomainError, requestId: string) => Answer): MountedApi["refuse"] {
  return (request, { code, message, headers }) =>
    respond(request, {
      route: "refused",
      answer: () => Promise.reject(new DomainError(code, message)),
      failure: (error, requestId) => {
        const answer = failure(error, requestId);
        return { ...answer, headers: { ...answer.headers, ...headers } };
      },
    });
}
