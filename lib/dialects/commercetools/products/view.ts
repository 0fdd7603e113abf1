import type { PriceChoice, ProductQuery } from "#lib/commerce/catalog/index.ts";
import { listingOf } from "#lib/platform/filter/index.ts";
import type { ApiCall } from "../dialect.ts";
import type { Name } from "../http/name-in.ts";
import { namedListing, parseListQuery } from "../query/index.ts";
import { projectionFields } from "./projection-fields.ts";
import { priceChoiceOf, stagedOf } from "./selection.ts";

export type View = { unpublished: boolean; choice: PriceChoice | null };

/** What the call may and wants to see of products: unpublished ones, and which price. */
export function viewOf({ query, ctx }: Pick<ApiCall<"client">, "query" | "ctx">): View {
  return { unpublished: stagedOf(query, ctx.actor.scopes), choice: priceChoiceOf(query) };
}

/** The catalogue query of a page of projections. @throws validation_failed */
export function pageQuery(query: URLSearchParams, view: View): ProductQuery {
  return { listing: listingOf(projectionFields, parseListQuery(query)), ...view };
}

/** The catalogue query of a single projection by id or key. */
export function oneQuery(name: Name, view: View): ProductQuery {
  return { listing: namedListing(projectionFields, name), ...view };
}
