import { type Api, refuseBy, respond } from "#lib/platform/http/index.ts";
import { endpoints } from "./endpoints.ts";
import { toAuthFailure } from "./failure.ts";
import { handleAuthRequest } from "./handle-request.ts";

/** better-auth's own endpoints; its answers pass through, ours are in the store API's envelope, with better-auth's `code`. */
export function authApi(): Api {
  return {
    mount: "/auth",
    serve: (request) =>
      respond(request, {
        route: "auth",
        answer: () => handleAuthRequest(request),
        failure: toAuthFailure,
      }),
    methodsAt: (path) => {
      const endpoint = path.slice("/auth".length);
      return Object.hasOwn(endpoints, endpoint) && endpoints[endpoint] ? [endpoints[endpoint].method] : [];
    },
    refuse: refuseBy(toAuthFailure),
  };
}
