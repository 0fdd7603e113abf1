import { type Api, createApi } from "#lib/platform/http/index.ts";
import { commercetoolsDocument } from "./contract.ts";
import { apiDialect } from "./dialect.ts";
import { preflightAnswer, withClientHeaders } from "./http/cors.ts";
import { routes } from "./routes.ts";

/** The commercetools dialect with OAuth and API under one prefix, so that an SDK uses one URL for both hosts. */
export function commercetoolsApi(): Api {
  const api = createApi(apiDialect, routes);
  return {
    ...api,
    contract: { path: "/openapi-commercetools.json", document: commercetoolsDocument },
    serve: async (request) =>
      request.method === "OPTIONS"
        ? preflightAnswer(request)
        : withClientHeaders(await api.serve(request), request),
    methodsAt: (path) => {
      const methods = api.methodsAt(path);
      return methods.length === 0 ? methods : [...methods, "OPTIONS"].toSorted();
    },
    refuse: async (request, refused) => withClientHeaders(await api.refuse(request, refused), request),
  };
}
