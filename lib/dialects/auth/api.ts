import { env } from "#lib/platform/env.ts";
import { type Api, createApi, withCors } from "#lib/platform/http/index.ts";
import { withReader } from "#lib/platform/i18n/reader.ts";
import { authDialect } from "./dialect.ts";
import { endpoints, onlyReads } from "./endpoints.ts";
import { authRoutes } from "./routes.ts";

function hasHead(path: string): boolean {
  const endpoint = endpoints[path.slice(authDialect.mount.length)];
  return endpoint !== undefined && onlyReads(endpoint);
}

/** better-auth's own endpoints, after our limits and our checks. */
export function authApi(): Api {
  const api = createApi(authDialect, authRoutes);
  const own: Api = {
    ...api,
    // Its mails are in the caller's language.
    serve: (request) =>
      withReader(
        (name) => request.headers.get(name),
        () => api.serve(request),
      ),
    methodsAt: (path) => api.methodsAt(path).filter((method) => method !== "HEAD" || hasHead(path)),
  };
  return withCors(own, {
    origins: env.CORS_ORIGINS,
    sent: ["authorization", "content-type", "x-request-id", "accept-language"],
    readable: ["x-request-id", "set-auth-token", "retry-after", "x-retry-after"],
  });
}
