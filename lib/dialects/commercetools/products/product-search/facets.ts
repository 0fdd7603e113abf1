import {
  type Counted,
  everyPrice,
  type PriceChoice,
  type PriceRange,
  type PriceStatistics,
  priceStatistics,
} from "#lib/commerce/catalog/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { allOf, type Condition, queryFault } from "#lib/platform/filter/index.ts";
import { isAbsent, isAttribute, isPrice } from "../facet-fields.ts";
import { nothingInRange } from "../facet-results.ts";
import { countTerms, countWhole, limitPriceFacets } from "../facets.ts";
import { searchFields } from "../search-fields.ts";
import { compile, conditionOf, pathOf } from "./compile.ts";
import { priceScopeOf } from "./price-scope.ts";
import type { FacetExpression } from "./schemas.ts";
import { sizeOf } from "./size-of.ts";

/** What the facets count over: the condition of the query, and its number of expressions. */
type Base = { query: Condition; size: number; unpublished: boolean };
type Bucket = { key: string; count: number };

/** The results of facets. @throws validation_failed */
export async function facetResults(
  ctx: Context,
  facets: readonly FacetExpression[],
  base: Base,
): Promise<object[]> {
  const fields = facets.map(({ distinct, ranges, stats }) => (distinct ?? ranges ?? stats)?.field ?? "");
  limitPriceFacets("facets", fields.filter(isPriceField).length);
  limitSize(facets, base.size);
  const results: object[] = [];
  // Sequential, so that a search uses one connection.
  for (const facet of facets) results.push(await facetResult(ctx, facet, base));
  return results;
}

// Each facet applies the query again.
const mostExpressions = 200;

function limitSize(facets: readonly FacetExpression[], ofQuery: number): void {
  const sizes = facets.map(({ count, distinct, ranges, stats }) => {
    const { filter, scope } = count ?? distinct ?? ranges ?? stats ?? {};
    return (scope === "all" ? 0 : ofQuery) + (filter ? sizeOf(filter) : 0);
  });
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all > mostExpressions)
    throw queryFault(
      "facets",
      `They repeat the query, and so have more than ${mostExpressions} expressions.`,
    );
}

/** The result of a facet. Prices are those that its filter selects, or all. @throws validation_failed */
async function facetResult(ctx: Context, facet: FacetExpression, base: Base): Promise<object> {
  const asked = facet.count ?? facet.distinct ?? facet.ranges ?? facet.stats;
  if (!asked) throw queryFault("facets", "Expected 'count', 'distinct', 'ranges' or 'stats'.");
  const { name, filter, scope, level } = asked;
  const conditions = [
    ...(scope === "all" ? [] : [base.query]),
    ...(filter ? [conditionOf(searchFields(null), compile(searchFields(null), filter))] : []),
  ];
  const counted: Counted = { where: allOf(conditions), unpublished: base.unpublished };
  const choice = filter ? priceScopeOf(filter) : null;
  const isOfVariants = level === "variants";
  if (facet.distinct) return { name, buckets: await distinct(ctx, facet.distinct, counted, choice) };
  if (facet.ranges) return { name, buckets: await ranges(ctx, facet.ranges, counted, choice) };
  if (facet.stats) {
    const [whole] = await pricesIn(ctx, facet.stats.field, [everyPrice], counted, choice);
    const { count, min, max, mean, total } = whole ?? nothingInRange;
    return { name, min, max, mean, sum: total, count };
  }
  return { name, value: await countWhole(ctx, counted, isOfVariants ? "variants" : "products") };
}

type Distinct = NonNullable<FacetExpression["distinct"]>;

async function distinct(
  ctx: Context,
  { field, includes, sort, limit, level, missing }: Distinct,
  counted: Counted,
  choice: PriceChoice | null,
): Promise<Bucket[]> {
  const { terms, missing: without } = await countTerms(ctx, termPath(field), counted, choice);
  const buckets = terms
    .map(({ term, count, productCount }) => ({
      key: String(term),
      count: level === "variants" ? count : productCount,
    }))
    .filter(({ key }) => !includes || includes.includes(key));
  if (missing && without > 0) buckets.push({ key: missing, count: without });
  const sign = sort?.order === "asc" ? 1 : -1;
  const ordered = buckets.toSorted((one, other) =>
    sort?.by === "key" ? sign * (one.key < other.key ? -1 : 1) : sign * (one.count - other.count),
  );
  return ordered.slice(0, limit ?? 10);
}

function termPath(field: string): string[] {
  return isPriceField(field) ? ["variants", "price", "centAmount"] : pathOf(field, null);
}

async function ranges(
  ctx: Context,
  { field, ranges: asked, level }: NonNullable<FacetExpression["ranges"]>,
  counted: Counted,
  choice: PriceChoice | null,
): Promise<Bucket[]> {
  const bounds = asked.map(({ from = null, to = null }) => ({ from, to }));
  const path = field.split(".");
  const hasNone = isAttribute(path) || isAbsent(searchFields(null), path);
  const found = hasNone ? [] : await pricesIn(ctx, field, bounds, counted, choice);
  return asked.map(({ from = null, to = null, key }, at) => {
    const { count, productCount } = found[at] ?? nothingInRange;
    return {
      key: key ?? `${numeral(from)}-${numeral(to)}`,
      count: level === "variants" ? count : productCount,
    };
  });
}

/** "2500.0", as in the keys of buckets. */
function numeral(end: number | null): string {
  if (end === null) return "*";
  return Number.isInteger(end) ? `${end}.0` : String(end);
}

function pricesIn(
  ctx: Context,
  field: string,
  ranges: readonly PriceRange[],
  counted: Counted,
  choice: PriceChoice | null,
): Promise<PriceStatistics[]> {
  if (!isPriceField(field)) throw queryFault("facets", `The field '${field}' cannot be counted by range.`);
  // A bucket ends before `to`, and amounts are whole.
  const bounds = ranges.map(({ from, to }) => ({ from, to: to === null ? null : Math.ceil(to) - 1 }));
  return priceStatistics(ctx, counted, bounds, choice);
}

function isPriceField(field: string): boolean {
  return /^variants\.prices\.(centAmount|currentCentAmount)$/.test(field) || isPrice(field.split("."));
}
