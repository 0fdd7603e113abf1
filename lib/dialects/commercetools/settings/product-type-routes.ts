import { products } from "#lib/commerce/catalog/index.ts";
import { apiRoute, type CommercetoolsRoute } from "../dialect.ts";
import { listParameters } from "../http/parameters.ts";
import { oneOf, pageOf } from "./few-resources.ts";
import { toProductType } from "./product-type.ts";
import { productTypeFields } from "./product-type-fields.ts";

const types = {
  tag: "Products",
  scopes: ["view_products", "view_published_products"],
  as: "client",
  method: "GET",
} as const;

const read = { verb: products.listOptionNames, asks: () => ({}) };

function oneType(path: string, id: string): CommercetoolsRoute {
  return apiRoute(
    { ...types, id, path, summary: "The type of products" },
    { ...read, answers: (names, call) => oneOf([toProductType(names)], call) },
  );
}

/** The type of products, with the attributes that storefronts offer filters by. */
export const productTypeRoutes: readonly CommercetoolsRoute[] = [
  apiRoute(
    {
      ...types,
      id: "ct.product-types.list",
      path: "/product-types",
      summary: "All types of products",
      query: listParameters,
    },
    { ...read, answers: (names, call) => pageOf([toProductType(names)], call, productTypeFields) },
  ),
  oneType("/product-types/key={key}", "ct.product-types.get-by-key"),
  oneType("/product-types/{id}", "ct.product-types.get"),
];
