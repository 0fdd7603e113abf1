import type { StoreRoute } from "./dialect.ts";
import * as addresses from "./routes/addresses.ts";
import * as cart from "./routes/cart.ts";
import * as catalog from "./routes/catalog.ts";
import * as checkout from "./routes/checkout.ts";
import * as lines from "./routes/lines.ts";
import * as orders from "./routes/orders.ts";

/** Every route of the core's store API; modules add their own. */
export const storeRoutes: readonly StoreRoute[] = [catalog, cart, lines, checkout, orders, addresses].flatMap(
  (part) => Object.values(part),
);
