import { type Api, addressTable, refuseBy } from "#lib/platform/http/index.ts";
import { commercetoolsDocument } from "./contract.ts";
import { handleCommercetools } from "./handle-request.ts";
import { withClientHeaders } from "./http/cors.ts";
import { toFailure, toOAuthFailure } from "./http/errors.ts";
import { routes } from "./routes.ts";

const find = addressTable(
  routes.flatMap(({ path, method }) =>
    (method === "GET" ? ["GET", "HEAD", "OPTIONS"] : [method, "OPTIONS"]).map(
      (served) => [`/commercetools${path}`, served] as const,
    ),
  ),
);

/** The commercetools dialect as the web server sees it. */
export function commercetoolsApi(): Api {
  return {
    mount: "/commercetools",
    contract: { path: "/openapi-commercetools.json", document: commercetoolsDocument },
    serve: handleCommercetools,
    methodsAt: (path) => [...new Set(find(path)?.values)].toSorted(),
    refuse: async (request, refused) => {
      const isOAuth = new URL(request.url).pathname.startsWith("/commercetools/oauth/");
      const failure = isOAuth ? toOAuthFailure : toFailure;
      return withClientHeaders(await refuseBy((error) => failure(error))(request, refused), request);
    },
  };
}
