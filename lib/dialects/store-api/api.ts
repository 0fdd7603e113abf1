import { env } from "#lib/platform/env.ts";
import { type Api, createApi, withCors } from "#lib/platform/http/index.ts";
import { storeDocument } from "./contract.ts";
import { type StoreRoute, storeDialect } from "./dialect.ts";
import { readableHeaders, sentHeaders } from "./headers.ts";
import { storeRoutes } from "./routes.ts";

/** The store API with the modules' routes. */
export async function storeApi(
  modules: readonly { storeRoutes?: () => Promise<readonly StoreRoute[]> }[],
): Promise<Api> {
  const ofModules = await Promise.all(modules.map((module) => module.storeRoutes?.() ?? []));
  const routes = [...storeRoutes, ...ofModules.flat()];
  return {
    ...withCors(createApi(storeDialect, routes), {
      origins: env.CORS_ORIGINS,
      sent: sentHeaders,
      readable: readableHeaders,
    }),
    contract: { path: "/openapi.json", document: () => storeDocument(routes) },
  };
}
