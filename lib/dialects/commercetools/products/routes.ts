import { type ListedProduct, products } from "#lib/commerce/catalog/index.ts";
import { type ApiCall, apiRoute, type CommercetoolsRoute } from "../dialect.ts";
import { listed, single } from "../http/answers.ts";
import { namedIn } from "../http/name-in.ts";
import {
  projectionListParameters,
  projectionParameters,
  searchParameters,
  suggestParameters,
} from "../http/parameters.ts";
import { parametersOf, withExpanded } from "./product-search/projections.ts";
import { productSearch } from "./product-search/schemas.ts";
import { readsProducts } from "./reads-products.ts";
import { toProjection } from "./to-projection.ts";
import { projections } from "./verbs.ts";
import { oneQuery, pageQuery, viewOf } from "./view.ts";

type Call = ApiCall<"client">;
type Found = { products: ListedProduct[] };

const search = {
  verb: projections.search,
  asks: (call: Call) => ({ query: call.query, view: viewOf(call) }),
  answers: (body: object) => ({ body }),
};
const one = {
  verb: products.search,
  asks: (call: Call) => oneQuery(namedIn(call), viewOf(call)),
  answers: ({ products }: Found, call: Call) => single(call, products, toProjection),
};

/** Product projections. */
export const productRoutes: readonly CommercetoolsRoute[] = [
  apiRoute(
    {
      ...readsProducts,
      id: "ct.products.search",
      path: "/product-projections/search",
      summary: "Find products by text, filters and facets",
      query: searchParameters,
    },
    search,
  ),
  apiRoute(
    {
      ...readsProducts,
      id: "ct.products.suggest",
      path: "/product-projections/suggest",
      summary: "Suggestions from search keywords, which no product has",
      query: suggestParameters,
    },
    { verb: projections.suggest, asks: ({ query }) => query, answers: (body) => ({ body }) },
  ),
  // A POST because its parameters may be too long for a URL.
  apiRoute(
    {
      ...readsProducts,
      id: "ct.products.search-by-form",
      method: "POST",
      path: "/product-projections/search",
      summary: "The same, with the parameters in a form",
      form: searchParameters,
    },
    search,
  ),
  apiRoute(
    {
      ...readsProducts,
      id: "ct.products.product-search",
      method: "POST",
      path: "/products/search",
      summary: "Find products by the search query language",
      body: productSearch,
    },
    {
      verb: projections.searchProducts,
      asks: ({ ctx, body }) => ({ asked: body, view: viewOf({ ctx, query: parametersOf(body) }) }),
      answers: async (found, { ctx, body }) => ({ body: await withExpanded(ctx, found, body) }),
    },
  ),
  apiRoute(
    {
      ...readsProducts,
      id: "ct.products.query",
      path: "/product-projections",
      summary: "A page of products",
      query: projectionListParameters,
    },
    {
      verb: products.search,
      asks: (call) => pageQuery(call.query, viewOf(call)),
      answers: ({ products, total }, call) => listed(call, { total, results: products.map(toProjection) }),
    },
  ),
  apiRoute(
    {
      ...readsProducts,
      id: "ct.products.get-by-key",
      path: "/product-projections/key={key}",
      summary: "A product by its key",
      query: projectionParameters,
    },
    one,
  ),
  apiRoute(
    {
      ...readsProducts,
      id: "ct.products.get",
      path: "/product-projections/{id}",
      summary: "A product",
      query: projectionParameters,
    },
    one,
  ),
];
