import { cartRoutes } from "./carts/routes.ts";
import { customerRoutes } from "./customers/routes.ts";
import type { Route } from "./http/router.ts";
import { oauthRoutes } from "./oauth/index.ts";
import { orderRoutes } from "./orders/routes.ts";
import { productRoutes } from "./products/index.ts";

/** Every call that the dialect serves. Where two patterns fit, the first one counts. */
export const routes: readonly Route[] = [
  ...oauthRoutes,
  ...productRoutes,
  ...cartRoutes,
  ...orderRoutes,
  ...customerRoutes,
];
