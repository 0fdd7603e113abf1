import {
  type Counted,
  findProducts,
  type PriceChoice,
  type ProductQuery,
  textSearch,
} from "#lib/commerce/catalog/index.ts";
import type { Context } from "#lib/platform/context.ts";
import {
  allOf,
  type Filter,
  filterToSql,
  matches,
  queryFault,
  type Sort,
  sortToSql,
} from "#lib/platform/filter/index.ts";
import { catalogueLanguage } from "#lib/platform/i18n/languages.ts";
import { flag, type PagedResult, pagedResult, parsePaging, parseSort } from "../query/index.ts";
import { countFacet, limitFacets, parseFacets } from "./facets.ts";
import { searchFields, searchRow, searchSortFields, searchVariantFields } from "./search-fields.ts";
import { parseSearchFilter } from "./search-filter.ts";
import { toProjection, type WireProjection, type WireVariant } from "./to-projection.ts";
import { variantSort } from "./variant-sort.ts";
import type { View } from "./view.ts";

type Facets = { [name: string]: unknown };
type SearchResult = PagedResult<object> & { facets: Facets };

/**
 * Searches products by text, filters and facets. `filter.query` narrows results and facets, `filter` the
 * results, `filter.facets` the facets. @throws validation_failed with details { parameter }
 */
export async function searchProjections(
  ctx: Context,
  query: URLSearchParams,
  view: View,
): Promise<SearchResult> {
  const { choice, unpublished } = view;
  const fields = searchFields(choice);
  const filters = (parameter: string) =>
    query.getAll(parameter).map((text) => parseSearchFilter(parameter, text));
  const every = (parameter: string): Filter => ({ kind: "and", filters: filters(parameter) });
  const inSql = (parameter: string) => filterToSql(fields, every(parameter), parameter);
  const text = textSearch(searchedText(query), { fuzzy: flag(query, "fuzzy", false) });
  const base = [text.where, inSql("filter.query")];
  const sorts = searchSorts(query, text.score !== null);
  const listing = {
    ...parsePaging(query),
    where: allOf([...base, inSql("filter")]),
    orderBy: sortToSql(searchSortFields(choice, text.score), sorts),
  };
  const by = orderOf(sorts);
  const counted: Counted = { where: allOf([...base, inSql("filter.facets")]), unpublished };
  const facets = parseFacets(query.getAll("facet"));
  limitFacets(fields, facets, [every("filter.query"), every("filter.facets")]);
  const { products, total } = await findProducts(ctx, {
    listing,
    unpublished,
    choice,
    ...(by && { by }),
  });
  const counts: [name: string, count: unknown][] = [];
  // Sequential, so that a search uses one connection.
  for (const facet of facets) counts.push([facet.name, await countFacet(ctx, facet, counted, choice)]);
  const marks = flag(query, "markMatchingVariants", false)
    ? [...filters("filter.query"), ...filters("filter")].flatMap(variantFilter)
    : null;
  return {
    ...pagedResult(
      { ...listing, total },
      products.map(toProjection).map((projection) => asFound(projection, choice, marks)),
    ),
    facets: Object.fromEntries(counts),
  };
}

/**
 * The words of `text.en=lamp`, in any language; the shop's text is in one. Words match anywhere in a text, so
 * wildcards and quotes around them add nothing.
 */
function searchedText(query: URLSearchParams): string {
  const given = [...query].find(([name]) => name.startsWith("text."));
  if (given && !/^text\.[A-Za-z]{2}(-[A-Za-z0-9]{2,8})*$/.test(given[0]))
    throw queryFault(given[0].slice(0, 50), `Expected a language, such as 'text.${catalogueLanguage}'.`);
  return (given?.[1] ?? "").replace(/[*"]/g, " ");
}

/** Best match first, then the shop's own order, unless the caller sorts. */
function searchSorts(query: URLSearchParams, hasScore: boolean): Sort[] {
  const wishes = query.getAll("sort").flatMap((text): Sort[] => {
    // "asc.max" sorts products upwards by the highest value of their variants.
    const [, plain = text, extreme] = /^(.*\s(?:asc|desc))\.(min|max)\s*$/i.exec(text) ?? [];
    const sort = parseSort(plain);
    const isLowest = extreme ? extreme.toLowerCase() === "min" : sort.direction === "asc";
    const byVariants = variantSort(sort, isLowest ? "lowest" : "highest");
    if (byVariants) return [byVariants];
    return sort.path.join(".") === "score" && !hasScore ? [] : [sort];
  });
  if (wishes.length > 0) return wishes;
  const byMatch: Sort[] = hasScore ? [{ path: ["score"], direction: "desc" }] : [];
  return [...byMatch, { path: ["position"], direction: "asc" }];
}

/** The order by score, or by price alone. */
export function orderOf(sorts: readonly Sort[]): ProductQuery["by"] {
  const [first, ...others] = sorts;
  if (sorts.some(({ path }) => path.join(".") === "score")) return "score";
  if (!first || others.length > 0) return undefined;
  // The index of prices has the cheapest of each product upwards, and the dearest downwards.
  const indexed = first.direction === "asc" ? "lowestPrice" : "highestPrice";
  return first.path.join(".") === indexed ? { price: first.direction } : undefined;
}

/** The part of a filter that is about variants, if any. */
export function variantFilter(filter: Filter): Filter[] {
  if (filter.kind === "within" && filter.field === "variants") return [filter.filter];
  if (filter.kind !== "not") return [];
  return variantFilter(filter.filter).map((inner) => ({ kind: "not", filter: inner }));
}

/** A projection as a result: with the scoped price and, with `marks`, whether each variant matches them all. */
export function asFound(projection: WireProjection, choice: PriceChoice | null, marks: Filter[] | null) {
  const fields = searchVariantFields(choice);
  const found = (variant: WireVariant) => ({
    ...variant,
    ...(variant.price && { scopedPrice: { ...variant.price, currentValue: variant.price.value } }),
    ...(variant.price && { scopedPriceDiscounted: false }),
    ...(marks && {
      isMatchingVariant: marks.every((mark) => matches(fields, mark, searchRow(variant, choice))),
    }),
  });
  return {
    ...projection,
    masterVariant: found(projection.masterVariant),
    variants: projection.variants.map(found),
  };
}
