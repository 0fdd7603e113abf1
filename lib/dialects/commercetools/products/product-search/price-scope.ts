import type { PriceChoice } from "#lib/commerce/catalog/index.ts";
import type { SearchQuery } from "./schemas.ts";

/** The prices that a filter of a facet or a sort key selects: of its currency and country. Null: all prices. */
export function priceScopeOf(query: SearchQuery): PriceChoice | null {
  const exact = (field: string) => {
    const value = leavesOf(query).find((leaf) => leaf.exact?.field === `variants.prices.${field}`)?.exact
      ?.value;
    return typeof value === "string" ? value : null;
  };
  const currency = exact("currencyCode");
  return currency === null ? null : { currency, country: exact("country") };
}

function leavesOf(query: SearchQuery): SearchQuery[] {
  return [query, ...(query.and ?? query.filter ?? []).flatMap(leavesOf)];
}
