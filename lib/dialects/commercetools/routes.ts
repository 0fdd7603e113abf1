import { cartRoutes } from "./carts/routes.ts";
import { customerRoutes } from "./customers/routes.ts";
import type { CommercetoolsRoute } from "./dialect.ts";
import { oauthRoutes } from "./oauth/routes.ts";
import { orderRoutes } from "./orders/routes.ts";
import { paymentRoutes } from "./payments/routes.ts";
import { productRoutes } from "./products/routes.ts";

/** Every route of the dialect. */
export const routes: readonly CommercetoolsRoute[] = [
  ...oauthRoutes,
  ...productRoutes,
  ...cartRoutes,
  ...orderRoutes,
  ...paymentRoutes,
  ...customerRoutes,
];
