import type { PriceChoice, ProductQuery } from "#lib/commerce/catalog/index.ts";
import { type Filter, listingOf } from "#lib/platform/filter/index.ts";
import type { ApiCall } from "../dialect.ts";
import type { Name } from "../http/name-in.ts";
import { parseListQuery } from "../query/index.ts";
import { projectionFields } from "./projection-fields.ts";
import { priceChoiceOf, stagedOf } from "./selection.ts";

export type View = { unpublished: boolean; choice: PriceChoice | null };

export function viewOf({ query, ctx }: ApiCall<"client">): View {
  return { unpublished: stagedOf(query, ctx.actor.scopes), choice: priceChoiceOf(query) };
}

/** The catalogue query of a page of projections. @throws validation_failed */
export function pageQuery(query: URLSearchParams, view: View): ProductQuery {
  return { listing: listingOf(projectionFields, parseListQuery(query)), ...view };
}

/** The catalogue query of a single projection by id or key. */
export function oneQuery(name: Name, view: View): ProductQuery {
  const [field, value] = "id" in name ? ["id", name.id] : ["key", name.key];
  const filter: Filter = { kind: "compare", field, operator: "=", value };
  const one = { filters: [filter], sort: [], limit: 1, offset: 0, withTotal: false };
  return { listing: listingOf(projectionFields, one), ...view };
}
