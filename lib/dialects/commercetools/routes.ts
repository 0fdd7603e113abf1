import { cartRoutes } from "./carts/routes.ts";
import { categoryRoutes } from "./categories/routes.ts";
import { passwordRoutes } from "./customers/password-routes.ts";
import { customerRoutes } from "./customers/routes.ts";
import { tokenRoutes } from "./customers/token-routes.ts";
import type { CommercetoolsRoute } from "./dialect.ts";
import { discountRoutes } from "./discounts/routes.ts";
import { oauthRoutes } from "./oauth/routes.ts";
import { orderRoutes } from "./orders/routes.ts";
import { paymentRoutes } from "./payments/routes.ts";
import { wholeProductRoutes } from "./products/product-routes.ts";
import { productRoutes } from "./products/routes.ts";
import { settingsRoutes } from "./settings/routes.ts";
import { shippingRoutes } from "./shipping/routes.ts";

/** Every route of the dialect. */
export const routes: readonly CommercetoolsRoute[] = [
  ...oauthRoutes,
  ...settingsRoutes,
  ...productRoutes,
  ...wholeProductRoutes,
  ...categoryRoutes,
  ...shippingRoutes,
  ...discountRoutes,
  ...cartRoutes,
  ...orderRoutes,
  ...paymentRoutes,
  ...customerRoutes,
  ...passwordRoutes,
  ...tokenRoutes,
];
