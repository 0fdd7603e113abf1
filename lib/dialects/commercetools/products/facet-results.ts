import type { PriceStatistics, Term } from "#lib/commerce/catalog/index.ts";
import type { Range } from "./search-filter.ts";

/** The values of a field with their counts, and how many variants have none. */
export type Terms = { dataType: "text" | "number" | "boolean"; terms: Term<unknown>[]; missing: number };

/** Attributes are text here, and none is within a range of numbers. */
export const nothingInRange: PriceStatistics = {
  ...{ count: 0, productCount: 0 },
  ...{ total: 0, min: 0, max: 0, mean: 0 },
};

/** The number of variants that all terms count. */
export function sumOf(terms: readonly Term<unknown>[]): number {
  return terms.reduce((sum, { count }) => sum + count, 0);
}

/** A facet of terms. */
export function termsResult({ dataType, terms, missing }: Terms, countsProducts: boolean) {
  return {
    type: "terms",
    dataType,
    missing,
    total: sumOf(terms),
    other: 0,
    terms: terms.map(({ term, count, productCount }) => ({
      term,
      count,
      ...(countsProducts && { productCount }),
    })),
  };
}

/** A range of a facet. */
export function rangeResult({ count, ...statistics }: PriceStatistics, { from, to }: Range) {
  return {
    type: "double",
    from: typeof from === "number" ? from : 0,
    fromStr: from === null ? "" : String(from),
    to: typeof to === "number" ? to : 0,
    toStr: to === null ? "" : String(to),
    count,
    totalCount: count,
    ...statistics,
  };
}
