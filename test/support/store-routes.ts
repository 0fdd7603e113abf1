import { type StoreRoute, storeRoutes } from "#lib/dialects/store-api/index.ts";
import { shop } from "#lib/shop.ts";

/** Every route of the store API, including the modules'. */
export const allStoreRoutes: readonly StoreRoute[] = [
  ...storeRoutes,
  ...shop.modules.flatMap((module) => module.storeRoutes ?? []),
];
