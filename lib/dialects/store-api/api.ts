import { type Api, createApi } from "#lib/platform/http/index.ts";
import { storeDocument } from "./contract.ts";
import { type StoreRoute, storeDialect } from "./dialect.ts";
import { storeRoutes } from "./routes.ts";

/** The store API with the modules' routes. */
export function storeApi(modules: readonly { storeRoutes?: readonly StoreRoute[] }[]): Api {
  const routes = [...storeRoutes, ...modules.flatMap((module) => module.storeRoutes ?? [])];
  return {
    ...createApi(storeDialect, routes),
    contract: { path: "/openapi.json", document: () => storeDocument(routes) },
  };
}
