import { readText } from "#lib/platform/http/index.ts";
import { listed } from "../http/answers.ts";
import { type ApiCall, apiRoute, ok } from "../http/api-route.ts";
import { projectionListParameters, projectionParameters, searchParameters } from "../http/parameters.ts";
import type { Route } from "../http/router.ts";
import { parseListQuery } from "../query/index.ts";
import { getProjection, queryProjections, type View } from "./find-projections.ts";
import { searchProjections } from "./search.ts";
import { priceChoiceOf, stagedOf } from "./selection.ts";

const spec = { method: "GET", scopes: ["view_products", "view_published_products"], as: "client" } as const;

function viewOf({ query, scopes }: ApiCall): View {
  return { unpublished: stagedOf(query, scopes), choice: priceChoiceOf(query) };
}

const search = apiRoute(
  {
    ...spec,
    id: "ct.products.search",
    path: "/product-projections/search",
    summary: "Find products by text, filters and facets",
    query: searchParameters,
  },
  async (call) => ok(await searchProjections(call.ctx, call.query, viewOf(call))),
);

/** The same with its parameters in a form, which may be longer than an address. */
const searchByForm: Route = {
  id: "ct.products.search-by-form",
  method: "POST",
  path: search.path,
  summary: "The same, asked by a form",
  access: search.access,
  form: searchParameters,
  handle: async (incoming) =>
    search.handle({ ...incoming, query: new URLSearchParams(unquoted(await readText(incoming.request))) }),
};

/** The SDK sends the form as a JSON string, unless it is told which content types are text. */
function unquoted(form: string): string {
  const isQuoted = form.startsWith('"') && form.endsWith('"');
  return isQuoted ? form.slice(1, -1).replace(/\\(.)/gs, "$1") : form;
}

/** Product projections: what a shopper may look at (sheet 6). */
export const productRoutes: readonly Route[] = [
  search,
  searchByForm,
  apiRoute(
    {
      ...spec,
      id: "ct.products.query",
      path: "/product-projections",
      summary: "Products, a page at a time",
      query: projectionListParameters,
    },
    async (call) => {
      const query = parseListQuery(call.query);
      const { projections, total } = await queryProjections(call.ctx, query, viewOf(call));
      return listed(call, { ...query, total }, projections);
    },
  ),
  apiRoute(
    {
      ...spec,
      id: "ct.products.get-by-key",
      path: "/product-projections/key={key}",
      summary: "A product by its key",
      query: projectionParameters,
    },
    async (call) => {
      return ok(await getProjection(call.ctx, { key: call.params.key ?? "" }, viewOf(call)));
    },
  ),
  apiRoute(
    {
      ...spec,
      id: "ct.products.get",
      path: "/product-projections/{id}",
      summary: "A product",
      query: projectionParameters,
    },
    async (call) => {
      return ok(await getProjection(call.ctx, { id: call.params.id ?? "" }, viewOf(call)));
    },
  ),
];
