import { type Api, createApi } from "#lib/platform/http/index.ts";
import { storeDocument } from "./contract.ts";
import { type StoreRoute, storeDialect } from "./dialect.ts";
import { storeRoutes } from "./routes.ts";

/** The store API with the modules' routes. */
export async function storeApi(
  modules: readonly { storeRoutes?: () => Promise<readonly StoreRoute[]> }[],
): Promise<Api> {
  const ofModules = await Promise.all(modules.map((module) => module.storeRoutes?.() ?? []));
  const routes = [...storeRoutes, ...ofModules.flat()];
  return {
    ...createApi(storeDialect, routes),
    contract: { path: "/openapi.json", document: () => storeDocument(routes) },
  };
}
