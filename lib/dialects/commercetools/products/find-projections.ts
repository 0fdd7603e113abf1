import { findProducts, type PriceChoice } from "#lib/commerce/catalog/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { type Filter, listingOf } from "#lib/platform/filter/index.ts";
import { noResource } from "../http/refusal.ts";
import type { ListQuery } from "../query/index.ts";
import { projectionFields } from "./projection-fields.ts";
import { toProjection, type WireProjection } from "./to-projection.ts";

export type View = { unpublished: boolean; choice: PriceChoice | null };

/** One page of projections. */
export async function queryProjections(
  ctx: Context,
  query: ListQuery,
  view: View,
): Promise<{ total?: number; projections: WireProjection[] }> {
  const { products, total } = await findProducts(ctx, {
    listing: listingOf(projectionFields, query),
    ...view,
  });
  return { ...(total !== undefined && { total }), projections: products.map(toProjection) };
}

/** The projection with this id or key. @throws Refusal 404 when there is none, or none that this view shows */
export async function getProjection(
  ctx: Context,
  name: { id: string } | { key: string },
  view: View,
): Promise<WireProjection> {
  const [field, value] = "id" in name ? ["id", name.id] : ["key", name.key];
  // PostgreSQL takes no NUL in a text.
  if (value.includes("\0")) throw noResource(name);
  const filter: Filter = { kind: "compare", field, operator: "=", value };
  const listing = listingOf(projectionFields, {
    filters: [filter],
    sort: [],
    limit: 1,
    offset: 0,
    withTotal: false,
  });
  const { products } = await findProducts(ctx, { listing, ...view });
  const [product] = products;
  if (!product) throw noResource(name);
  return toProjection(product);
}
