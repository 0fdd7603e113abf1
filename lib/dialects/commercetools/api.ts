import { type Api, createApi, withCors } from "#lib/platform/http/index.ts";
import { commercetoolsDocument } from "./contract.ts";
import { apiDialect } from "./dialect.ts";
import { withCorrelationId } from "./http/correlation-id.ts";
import { routes } from "./routes.ts";

/** The commercetools dialect with OAuth and API under one prefix, so that an SDK uses one URL for both hosts. */
export function commercetoolsApi(): Api {
  const api = withCors(withCorrelationId(createApi(apiDialect, routes)), {
    // The caller is identified by a token, never by a cookie.
    origins: "*",
    // "*" covers what clients add, but not these in older browsers, and never "authorization".
    sent: ["authorization", "content-type", "user-agent", "x-correlation-id", "x-request-id", "*"],
    readable: ["x-correlation-id", "x-request-id", "retry-after"],
  });
  return { ...api, contract: { path: "/openapi-commercetools.json", document: commercetoolsDocument } };
}
