import { respond } from "#lib/platform/http/index.ts";
import { preflightAnswer, withClientHeaders } from "./http/cors.ts";
import { toFailure, toOAuthFailure } from "./http/errors.ts";
import { findRoute } from "./http/router.ts";
import { routes } from "./routes.ts";

const mount = "/commercetools";

/** Serves a request below /commercetools: OAuth and API alike, so an SDK takes that address for both of its hosts. */
export async function handleCommercetools(request: Request): Promise<Response> {
  if (request.method === "OPTIONS") return preflightAnswer(request);
  const url = new URL(request.url);
  const path = url.pathname.slice(mount.length);
  const response = await respond(request, {
    route: routeId(request.method, path),
    answer: async () => {
      const { route, params } = findRoute(routes, request.method, path);
      return route.handle({ request, params, query: url.searchParams });
    },
    failure: path.startsWith("/oauth/") ? toOAuthFailure : toFailure,
  });
  return withClientHeaders(response, request);
}

function routeId(method: string, path: string): string {
  try {
    return findRoute(routes, method, path).route.id;
  } catch {
    return "ct.unknown";
  }
}
