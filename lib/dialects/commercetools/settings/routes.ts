import { shipping } from "#lib/commerce/shipping/index.ts";
import { constant, type FieldList } from "#lib/platform/filter/index.ts";
import { apiRoute, type CommercetoolsRoute } from "../dialect.ts";
import { undatedFields } from "../query/undated-fields.ts";
import { constantList, constantOne } from "./constant-list.ts";
import { productType } from "./product-type.ts";
import { toProject } from "./to-project.ts";

const { description } = productType;
const named: FieldList = {
  ...undatedFields,
  description: constant("string", description),
  id: constant("uuid", productType.id),
  key: constant("string", productType.key),
  name: constant("string", productType.name),
};

const types = {
  tag: "Products",
  scopes: ["view_products", "view_published_products"],
  what: "types of products",
} as const;

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
  constantList("/product-types", { ...types, id: "ct.product-types.list" }, [productType], named),
  constantOne("/product-types/key={key}", { ...types, id: "ct.product-types.get-by-key" }, [productType]),
  constantOne("/product-types/{id}", { ...types, id: "ct.product-types.get" }, [productType]),
  // This shop has none. Storefronts ask for them and accept an empty list.
  ...none.map(({ what, scopes }) =>
    constantList(`/${what}`, { id: `ct.${what}.list`, tag: "Settings", what, scopes }, []),
  ),
];
