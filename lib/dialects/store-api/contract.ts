import type { RouteSpec } from "#lib/platform/http/index.ts";
import * as addresses from "./contract/addresses.ts";
import * as cart from "./contract/cart.ts";
import * as catalog from "./contract/catalog.ts";
import * as checkout from "./contract/checkout.ts";
import * as orders from "./contract/orders.ts";

export * from "./contract/addresses.ts";
export * from "./contract/cart.ts";
export * from "./contract/catalog.ts";
export * from "./contract/checkout.ts";
export * from "./contract/orders.ts";

/** Every route of the core's store API; modules bring their own (see lib/module.ts). */
export const storeContract: readonly RouteSpec[] = [catalog, cart, checkout, orders, addresses].flatMap(
  (part) => Object.values(part),
);
