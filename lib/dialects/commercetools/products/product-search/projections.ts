import type { Context } from "#lib/platform/context.ts";
import { expand, resolvers } from "../../expand/index.ts";
import type { ProductSearch } from "./schemas.ts";

/** The parameters of the projections, as other calls have them in their query. */
export function parametersOf({ productProjectionParameters: given }: ProductSearch): URLSearchParams {
  const { staged, priceCurrency, priceCountry, priceCustomerGroup, priceChannel } = given ?? {};
  const named = { staged, priceCurrency, priceCountry, priceCustomerGroup, priceChannel };
  const sent = Object.entries(named).filter(([, value]) => value !== null && value !== undefined);
  return new URLSearchParams(sent.map(([name, value]) => [name, String(value)]));
}

type Found = { results: { productProjection?: object }[] };

/** The result of a search, with the references of its projections expanded. */
export async function withExpanded<F extends Found>(
  ctx: Context,
  found: F,
  { productProjectionParameters: given }: ProductSearch,
): Promise<F> {
  const paths = (given?.expand ?? []).map((path) => `productProjection.${path}`);
  return expand(ctx, found, paths, resolvers);
}
