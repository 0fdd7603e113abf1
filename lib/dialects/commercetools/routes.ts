import { cartRoutes } from "./carts/routes.ts";
import { customerRoutes } from "./customers/routes.ts";
import type { Route } from "./http/router.ts";
import { oauthRoutes } from "./oauth/index.ts";
import { orderRoutes } from "./orders/routes.ts";
import { productRoutes } from "./products/index.ts";

/** The calls by what they are about. */
export const routeGroups: Record<string, readonly Route[]> = {
  OAuth: oauthRoutes,
  Products: productRoutes,
  Carts: cartRoutes,
  Orders: orderRoutes,
  Customers: customerRoutes,
};

/** Every call that the dialect serves. Where two patterns fit, the first one counts. */
export const routes: readonly Route[] = Object.values(routeGroups).flat();
