import {
  type Counted,
  countByCategory,
  countByOption,
  countByPrice,
  countByStock,
  countProducts,
  countVariants,
  type PriceChoice,
  type PriceStatistics,
  priceStatistics,
  productsWhere,
} from "#lib/commerce/catalog/index.ts";
import type { Context } from "#lib/platform/context.ts";
import {
  allOf,
  costOf,
  type FieldList,
  type Filter,
  filterToSql,
  queryFault,
  type Value,
} from "#lib/platform/filter/index.ts";
import { productTypeId } from "../wire/references.ts";
import { isAbsent, isAttribute, isPrice } from "./facet-fields.ts";
import { nothingInRange, rangeResult, sumOf, type Terms, termsResult } from "./facet-results.ts";
import { searchFields } from "./search-fields.ts";
import { type Expression, parseExpression, type Range, type Test, toFilter } from "./search-filter.ts";

/** A requested facet: what to count, and the name of the result. */
type Facet = Expression & { name: string; countsProducts: boolean };

/** Parses `categories.id`, `variants.attributes.color as color`, `variants.price.centAmount:range (0 to 1000)`. */
function parseFacet(text: string): Facet {
  const expression = parseExpression("facet", text);
  // Each pattern would try a long run of spaces from each of them.
  const rest = expression.rest.replace(/\s+/g, " ");
  const counting = /\s*counting products\b/i;
  const [whole, alias] = /^\s*(?:as ([\w-]+))?\s*$/i.exec(rest.replace(counting, "")) ?? [];
  if (whole === undefined)
    throw queryFault("facet", `Syntax error. Unexpected '${expression.rest.slice(0, 50)}'.`);
  const { test } = expression;
  if (test?.kind === "ranges" && test.ranges.length > maxRanges)
    throw queryFault("facet", `No more than ${maxRanges} ranges in a facet.`);
  return {
    ...expression,
    name: alias ?? expression.path.join("."),
    countsProducts: counting.test(rest),
  };
}

const maxFacets = 20;
const maxRanges = 20;

// Each looks at the prices of all products that are found.
const maxPriceFacets = 5;

/** All requested facets. Each is a query of its own, so their number is limited. @throws validation_failed */
export function parseFacets(texts: readonly string[]): Facet[] {
  if (texts.length > maxFacets) throw queryFault("facet", `No more than ${maxFacets} facets at once.`);
  const facets = texts.map(parseFacet);
  limitPriceFacets("facet", facets.filter(({ path }) => isPrice(path)).length);
  return facets;
}

/** @throws validation_failed for more facets over prices than a search may cost */
export function limitPriceFacets(parameter: string, count: number): void {
  if (count > maxPriceFacets)
    throw queryFault(parameter, `No more than ${maxPriceFacets} facets over prices at once.`);
}

// Each facet applies the filters of the search again.
const mostOfFacets = 2_000;

/** @throws validation_failed for facets that cost more, over what `filters` let through, than a search may */
export function limitFacets(fields: FieldList, facets: readonly Facet[], filters: readonly Filter[]): void {
  const each = filters.reduce((sum, filter) => sum + costOf(fields, filter), 0);
  const own = facets.map(({ path, test }) =>
    test && !isWholeTree(test) ? costOf(fields, toFilter(path, test)) : 1,
  );
  const all = own.reduce((sum, cost) => sum + each + cost, 0);
  if (all > mostOfFacets) throw queryFault("facet", "These facets and filters are too many together.");
}

/** Counts one facet: terms, ranges of prices, or the products of a filter, over any field. */
export async function countFacet(
  ctx: Context,
  { path, test, countsProducts }: Facet,
  counted: Counted,
  choice: PriceChoice | null,
): Promise<unknown> {
  if (test === null || isWholeTree(test))
    return termsResult(await countTerms(ctx, path, counted, choice), countsProducts);
  if (test.kind === "ranges") {
    const found = await inRanges(ctx, { path, ranges: test.ranges }, counted, choice);
    return {
      type: "range",
      dataType: "number",
      ranges: test.ranges.map((range, at) => rangeResult(found[at] ?? nothingInRange, range)),
    };
  }
  const where = filterToSql(searchFields(choice), toFilter(path, test), "facet");
  const count = await countProducts(ctx, productsWhere(allOf([counted.where, where]), counted.unpublished));
  return { type: "filter", count, ...(countsProducts && { productCount: count }) };
}

/** The statistics of each range; none if no product can have a number there. @throws validation_failed */
async function inRanges(
  ctx: Context,
  { path, ranges }: { path: readonly string[]; ranges: readonly Range[] },
  counted: Counted,
  choice: PriceChoice | null,
): Promise<PriceStatistics[]> {
  if (isPrice(path)) {
    const bounds = ranges.map(({ from, to }) => ({ from: amount(from), to: amount(to) }));
    return priceStatistics(ctx, counted, bounds, choice);
  }
  if (isAttribute(path) || isAbsent(searchFields(choice), path)) return [];
  throw queryFault("facet", `The field '${path.join(".")}' cannot be counted by range.`);
}

/** The values of a field with their counts, and how many variants have none. @throws validation_failed */
export async function countTerms(
  ctx: Context,
  path: readonly string[],
  counted: Counted,
  choice: PriceChoice | null,
): Promise<Terms> {
  if (path.join(".") === "categories.id")
    return { dataType: "text", terms: await countByCategory(ctx, counted), missing: 0 };
  if (path.join(".") === "productType.id") {
    const count = await countWhole(ctx, counted, "products");
    const terms = count === 0 ? [] : [{ term: productTypeId, count, productCount: count }];
    return { dataType: "text", terms, missing: 0 };
  }
  if (isAttribute(path)) {
    const [terms, all] = await Promise.all([
      countByOption(ctx, counted, path[2]),
      countVariants(ctx, counted),
    ]);
    return { dataType: "text", terms, missing: Math.max(0, all - sumOf(terms)) };
  }
  if (isPrice(path))
    return { dataType: "number", terms: await countByPrice(ctx, counted, choice), missing: 0 };
  if (path.join(".") === "variants.availability.isOnStock")
    return { dataType: "boolean", terms: await countByStock(ctx, counted), missing: 0 };
  if (isAbsent(searchFields(choice), path))
    return { dataType: "text", terms: [], missing: await countVariants(ctx, counted) };
  throw queryFault("facet", `The field '${path.join(".")}' cannot be counted by term.`);
}

/** The number of products or variants. */
export function countWhole(ctx: Context, counted: Counted, of: "products" | "variants"): Promise<number> {
  if (of === "variants") return countVariants(ctx, counted);
  return countProducts(ctx, productsWhere(counted.where, counted.unpublished));
}

/** `categories.id: subtree("*")` counts every category. */
function isWholeTree(test: Test): boolean {
  return test.kind === "values" && test.values.length === 1 && test.values[0] === "*";
}

function amount(value: Value | null): number | null {
  if (value === null || typeof value === "number") return value;
  throw queryFault("facet", "Expected numbers for a range of prices.");
}
