import { type Api, createApi } from "#lib/platform/http/index.ts";
import { withReader } from "#lib/platform/i18n/reader.ts";
import { authDialect } from "./dialect.ts";
import { authRoutes } from "./routes.ts";

/** better-auth's own endpoints, after our limits and our checks. */
export function authApi(): Api {
  const api = createApi(authDialect, authRoutes);
  return {
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
}
