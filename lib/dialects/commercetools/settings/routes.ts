import { shipping } from "#lib/commerce/shipping/index.ts";
import { apiRoute, type CommercetoolsRoute } from "../dialect.ts";
import { emptyRoute } from "./few-resources.ts";
import { productTypeRoutes } from "./product-type-routes.ts";
import { toProject } from "./to-project.ts";

const none = [
  { what: "stores", scopes: ["view_stores", "view_project_settings"] },
  { what: "channels", scopes: ["view_products"] },
  { what: "product-discounts", scopes: ["view_products"] },
  { what: "types", scopes: ["view_types"] },
] as const;

/** What a storefront reads about the shop itself. */
export const settingsRoutes: readonly CommercetoolsRoute[] = [
  apiRoute(
    {
      tag: "Settings",
      scopes: ["view_project_settings"],
      as: "client",
      id: "ct.project",
      method: "GET",
      path: "",
      summary: "The shop's countries, currencies and languages",
    },
    {
      verb: shipping.listMarkets,
      asks: () => ({}),
      answers: (markets) => ({ body: toProject(markets) }),
    },
  ),
  ...productTypeRoutes,
  // This shop has none. Storefronts ask for them and accept an empty list.
  ...none.map(({ what, scopes }) =>
    emptyRoute(`/${what}`, { id: `ct.${what}.list`, tag: "Settings", what, scopes }),
  ),
];
