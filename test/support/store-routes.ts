import { type StoreRoute, storeRoutes } from "#lib/dialects/store-api/index.ts";
import { shop } from "#lib/shop.ts";

/** Every route of the store API, including the modules'. */
export const allStoreRoutes: readonly StoreRoute[] = [
  ...storeRoutes,
  ...(await Promise.all(shop.modules.map((module) => module.storeRoutes?.() ?? []))).flat(),
];
