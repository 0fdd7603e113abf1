import { env } from "#lib/platform/env.ts";
import { type Api, createApi, withCors } from "#lib/platform/http/index.ts";
import { withReader } from "#lib/platform/i18n/reader.ts";
import { authDialect } from "./dialect.ts";
import { authRoutes } from "./routes.ts";

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
    // better-auth does not support HEAD.
    methodsAt: (path) => api.methodsAt(path).filter((method) => method !== "HEAD"),
  };
  return withCors(own, {
    origins: env.CORS_ORIGINS,
    sent: ["authorization", "content-type", "x-request-id", "accept-language"],
    readable: ["x-request-id", "set-auth-token", "retry-after"],
  });
}
