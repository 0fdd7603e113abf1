import { findProducts, type PriceChoice } from "#lib/commerce/catalog/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { allOf, type Filter, matches, type Sort, sortToSql } from "#lib/platform/filter/index.ts";
import { asFound, orderOf, variantFilter } from "../search.ts";
import { searchFields, searchRow, searchSortFields, searchVariantFields } from "../search-fields.ts";
import { toProjection, type WireProjection } from "../to-projection.ts";
import { variantSort } from "../variant-sort.ts";
import type { View } from "../view.ts";
import { type Compiled, compile, conditionOf, fault, pathOf } from "./compile.ts";
import { facetResults } from "./facets.ts";
import { priceScopeOf } from "./price-scope.ts";
import type { ProductSearch } from "./schemas.ts";
import { sizeOf } from "./size-of.ts";

type Found = {
  total: number;
  offset: number;
  limit: number;
  facets: object[];
  results: { id: string; productProjection?: object; matchingVariants?: object }[];
};

/**
 * Searches products by the search query language. `postFilter` narrows the results after the facets. Facets and
 * filters are about any price; the projection parameters select one to show and sort by. @throws validation_failed
 */
export async function searchProducts(ctx: Context, asked: ProductSearch, view: View): Promise<Found> {
  const { limit, offset } = asked;
  const { unpublished } = view;
  const fields = searchFields(null);
  const query = asked.query ? compile(fields, asked.query) : everything;
  const narrowed = asked.postFilter ? compile(fields, asked.postFilter) : everything;
  const score = "score" in query ? query.score : null;
  const choice = sortChoiceOf(asked, view.choice);
  const sorts = sortsOf(asked, score !== null);
  const by = orderOf(sorts);
  const listing = {
    ...{ limit, offset, withTotal: true },
    where: allOf([conditionOf(fields, query), conditionOf(fields, narrowed)]),
    orderBy: sortToSql(searchSortFields(choice, score), sorts),
  };
  const { products, total = 0 } = await findProducts(ctx, {
    listing,
    unpublished,
    choice,
    ...(by && { by }),
  });
  const size = asked.query ? sizeOf(asked.query) : 0;
  const base = { query: conditionOf(fields, query), size, unpublished };
  const facets = await facetResults(ctx, asked.facets ?? [], base);
  const marks = asked.markMatchingVariants ? [query, narrowed].flatMap(marksOf) : null;
  return {
    ...{ total, offset, limit, facets },
    results: products.map(toProjection).map((projection) => ({
      id: projection.id,
      ...(marks && { matchingVariants: matching(projection, marks) }),
      ...(asked.productProjectionParameters && { productProjection: asFound(projection, choice, null) }),
    })),
  };
}

const everything: Compiled = { filter: { kind: "and", filters: [] } };

/** The prices to show and sort by: those of the projection, or else those that a sort key selects. */
function sortChoiceOf({ sort }: ProductSearch, shown: PriceChoice | null): PriceChoice | null {
  const filter = sort?.find((key) => key.filter)?.filter;
  return shown ?? (filter ? priceScopeOf(filter) : null);
}

function sortsOf({ sort }: ProductSearch, hasScore: boolean): Sort[] {
  const wishes = (sort ?? []).flatMap(({ field, language, order: direction, mode }): Sort[] => {
    if (field === "score" && !hasScore) return [];
    const sort: Sort = { path: pathOf(field, language), direction };
    const isLowest = (mode ?? (direction === "asc" ? "min" : "max")) === "min";
    const byVariants = variantSort(sort, isLowest ? "lowest" : "highest");
    if (!byVariants) return [sort];
    if (mode === "avg" || mode === "sum") throw fault("Variants are sorted by 'min' or 'max'.");
    return [byVariants];
  });
  if (wishes.length > 0) return wishes;
  const byMatch: Sort[] = hasScore ? [{ path: ["score"], direction: "desc" }] : [];
  return [...byMatch, { path: ["position"], direction: "asc" }];
}

/** What an expression asks of variants. */
function marksOf(part: Compiled): Filter[] {
  if (!("filter" in part)) return [];
  const { filter } = part;
  return (filter.kind === "and" ? filter.filters : [filter]).flatMap(variantFilter);
}

function matching({ masterVariant, variants }: WireProjection, marks: readonly Filter[]) {
  const all = [masterVariant, ...variants];
  const fields = searchVariantFields(null);
  const matched = all.filter((variant) =>
    marks.every((mark) => matches(fields, mark, searchRow(variant, null))),
  );
  const allMatched = matched.length === all.length;
  return { allMatched, matchedVariants: allMatched ? [] : matched.map(({ id, sku }) => ({ id, sku })) };
}
