import { type ListedProduct, type ProductQuery, products } from "#lib/commerce/catalog/index.ts";
import { listingOf } from "#lib/platform/filter/index.ts";
import { type ApiCall, apiRoute, type CommercetoolsRoute } from "../dialect.ts";
import { listed, single } from "../http/answers.ts";
import { namedIn } from "../http/name-in.ts";
import { projectionListParameters, projectionParameters } from "../http/parameters.ts";
import { covers } from "../oauth/scopes.ts";
import { namedListing, parseListQuery } from "../query/index.ts";
import { productQueryFields } from "./product-fields.ts";
import { readsProducts } from "./reads-products.ts";
import { priceChoiceOf } from "./selection.ts";
import { toProduct } from "./to-product.ts";

type Call = ApiCall<"client">;

const list = { query: projectionListParameters.omit({ staged: true }) };
const choice = { query: projectionParameters.omit({ staged: true }) };

/** Unpublished products, too, for those who may see them. */
function viewOf({ ctx, query }: Call): Omit<ProductQuery, "listing"> {
  return { unpublished: covers(ctx.actor.scopes, "view_products"), choice: priceChoiceOf(query) };
}

const one = {
  verb: products.search,
  asks: (call: Call) => ({ ...viewOf(call), listing: namedListing(productQueryFields, namedIn(call)) }),
  answers: ({ products }: { products: ListedProduct[] }, call: Call) => single(call, products, toProduct),
};

/** Products with both of their states. */
export const wholeProductRoutes: readonly CommercetoolsRoute[] = [
  apiRoute(
    {
      ...readsProducts,
      ...list,
      id: "ct.whole-products.query",
      path: "/products",
      summary: "A page of products with both of their states",
    },
    {
      verb: products.search,
      asks: (call) => ({
        ...viewOf(call),
        listing: listingOf(productQueryFields, parseListQuery(call.query)),
      }),
      answers: ({ products, total }, call) => listed(call, { total, results: products.map(toProduct) }),
    },
  ),
  apiRoute(
    {
      ...readsProducts,
      ...choice,
      id: "ct.whole-products.get-by-key",
      path: "/products/key={key}",
      summary: "A product with both of its states, by its key",
    },
    one,
  ),
  apiRoute(
    {
      ...readsProducts,
      ...choice,
      id: "ct.whole-products.get",
      path: "/products/{id}",
      summary: "A product with both of its states",
    },
    one,
  ),
];
