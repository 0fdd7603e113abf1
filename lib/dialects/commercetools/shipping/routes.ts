import { type FullShippingMethod, shipping } from "#lib/commerce/shipping/index.ts";
import { listingOf } from "#lib/platform/filter/index.ts";
import { type ApiCall, apiRoute, type CommercetoolsRoute, type Reply } from "../dialect.ts";
import { listed, single } from "../http/answers.ts";
import { absent, namedIn } from "../http/name-in.ts";
import { listParameters } from "../http/parameters.ts";
import { namedListing, parseListQuery } from "../query/index.ts";
import { shippingQueryFields } from "./fields.ts";
import { countryIn, currencyIn, needed, ofCart, ofCartElsewhere, ofPlace } from "./parameters.ts";
import { toShippingMethod } from "./to-shipping-method.ts";
import { type Matching, wireShipping } from "./verbs.ts";

const spec = {
  tag: "Shipping methods",
  method: "GET",
  scopes: ["view_shipping_methods", "view_orders", "manage_my_orders"],
  as: "anyone",
} as const;

const one = {
  verb: shipping.search,
  asks: (call: ApiCall<"anyone">) => namedListing(shippingQueryFields, namedIn(call)),
  answers: ({ methods }: { methods: FullShippingMethod[] }, call: ApiCall<"anyone">) =>
    single(call, methods, (method) => toShippingMethod(method)),
};

/** All that match, on one page. HEAD answers "is there any" with the status. */
function all(call: ApiCall, methods: readonly FullShippingMethod[], currency: string | null): Reply {
  const results = methods.map((method) => toShippingMethod(method, currency));
  const { body } = listed(call, { total: results.length, results });
  return { status: call.isHead && results.length === 0 ? 404 : 200, body };
}

const ofCarts = {
  verb: wireShipping.forCart,
  answers: ({ methods, currency }: Matching, call: ApiCall): Reply => all(call, methods, currency),
  fails: absent(({ query }: ApiCall) => ({ id: query.get("cartId") ?? "" })),
};

/** Shipping methods: all, and those for a cart or a place. */
export const shippingRoutes: readonly CommercetoolsRoute[] = [
  apiRoute(
    {
      ...spec,
      id: "ct.shipping.list",
      path: "/shipping-methods",
      summary: "All shipping methods",
      query: listParameters,
    },
    {
      verb: shipping.search,
      asks: ({ query }) => listingOf(shippingQueryFields, parseListQuery(query)),
      answers: ({ methods, total }, call) =>
        listed(call, { total, results: methods.map((method) => toShippingMethod(method)) }),
    },
  ),
  apiRoute(
    {
      ...spec,
      id: "ct.shipping.matching-cart",
      path: "/shipping-methods/matching-cart",
      summary: "The shipping methods for a cart",
      query: ofCart,
    },
    { ...ofCarts, asks: ({ query }) => ({ cartId: needed(query, "cartId"), country: null }) },
  ),
  apiRoute(
    {
      ...spec,
      id: "ct.shipping.matching-cart-location",
      path: "/shipping-methods/matching-cart-location",
      summary: "The same, to another place than the cart's",
      query: ofCartElsewhere,
    },
    { ...ofCarts, asks: ({ query }) => ({ cartId: needed(query, "cartId"), country: countryIn(query) }) },
  ),
  apiRoute(
    {
      ...spec,
      id: "ct.shipping.matching-location",
      path: "/shipping-methods/matching-location",
      summary: "The shipping methods to a place",
      query: ofPlace,
    },
    {
      verb: shipping.matching,
      asks: ({ query }) => ({ country: countryIn(query), currency: currencyIn(query) }),
      answers: (methods, call) => all(call, methods, currencyIn(call.query)),
    },
  ),
  apiRoute(
    {
      ...spec,
      id: "ct.shipping.get-by-key",
      path: "/shipping-methods/key={key}",
      summary: "A shipping method by its key",
    },
    one,
  ),
  apiRoute(
    { ...spec, id: "ct.shipping.get", path: "/shipping-methods/{id}", summary: "A shipping method" },
    one,
  ),
];
