import { type ListedCategory, products } from "#lib/commerce/catalog/index.ts";
import { listingOf } from "#lib/platform/filter/index.ts";
import { type ApiCall, apiRoute, type CommercetoolsRoute } from "../dialect.ts";
import { listed, single } from "../http/answers.ts";
import { namedIn } from "../http/name-in.ts";
import { listParameters } from "../http/parameters.ts";
import { namedListing, parseListQuery } from "../query/index.ts";
import { categoryQueryFields } from "./fields.ts";
import { toCategory } from "./to-category.ts";

const spec = {
  tag: "Categories",
  method: "GET",
  scopes: ["view_products", "view_published_products", "view_categories"],
  as: "client",
} as const;

const one = {
  verb: products.searchCategories,
  asks: (call: ApiCall<"client">) => namedListing(categoryQueryFields, namedIn(call)),
  answers: ({ categories }: { categories: ListedCategory[] }, call: ApiCall<"client">) =>
    single(call, categories, toCategory),
};

/** Categories. */
export const categoryRoutes: readonly CommercetoolsRoute[] = [
  apiRoute(
    {
      ...spec,
      id: "ct.categories.list",
      path: "/categories",
      summary: "All categories",
      query: listParameters,
    },
    {
      verb: products.searchCategories,
      asks: ({ query }) => listingOf(categoryQueryFields, parseListQuery(query)),
      answers: ({ categories, total }, call) => listed(call, { total, results: categories.map(toCategory) }),
    },
  ),
  apiRoute(
    {
      ...spec,
      id: "ct.categories.get-by-key",
      path: "/categories/key={key}",
      summary: "A category by its key",
    },
    one,
  ),
  apiRoute({ ...spec, id: "ct.categories.get", path: "/categories/{id}", summary: "A category" }, one),
];
