import { type Discount, discounts } from "#lib/commerce/discount/index.ts";
import { type FieldList, listingOf } from "#lib/platform/filter/index.ts";
import { apiRoute, type CommercetoolsRoute } from "../dialect.ts";
import { listed, single } from "../http/answers.ts";
import { namedIn } from "../http/name-in.ts";
import { listParameters } from "../http/parameters.ts";
import type { Scope } from "../oauth/scopes.ts";
import { namedListing, parseListQuery } from "../query/index.ts";
import { cartDiscountQueryFields, codeQueryFields } from "./fields.ts";
import { toCartDiscount, toDiscountCode } from "./to-discount.ts";

/** A list of discounts in one of their two shapes, and one of it. */
function routesOf(
  path: string,
  scope: Scope,
  what: string,
  known: FieldList,
  toWire: (discount: Discount) => object,
): CommercetoolsRoute[] {
  const spec = { tag: "Discounts", method: "GET", scopes: [scope, "view_orders"], as: "client" } as const;
  return [
    apiRoute(
      { ...spec, id: `ct.${scope}.list`, path, summary: `All ${what}`, query: listParameters },
      {
        verb: discounts.search,
        asks: ({ query }) => listingOf(known, parseListQuery(query)),
        answers: ({ discounts, total }, call) => listed(call, { total, results: discounts.map(toWire) }),
      },
    ),
    apiRoute(
      { ...spec, id: `ct.${scope}.get`, path: `${path}/{id}`, summary: `One of the ${what}` },
      {
        verb: discounts.search,
        asks: (call) => namedListing(known, namedIn(call)),
        answers: ({ discounts }, call) => single(call, discounts, toWire),
      },
    ),
  ];
}

/** Discounts: their codes, and what they take off. */
export const discountRoutes: readonly CommercetoolsRoute[] = [
  ...routesOf("/discount-codes", "view_discount_codes", "discount codes", codeQueryFields, toDiscountCode),
  ...routesOf(
    "/cart-discounts",
    "view_cart_discounts",
    "cart discounts",
    cartDiscountQueryFields,
    toCartDiscount,
  ),
];
