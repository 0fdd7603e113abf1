import { Prisma } from "#lib/platform/database/db.ts";
import type { Condition, FieldList } from "./field-list.ts";
import type { Filter, Sort } from "./filter.ts";
import { filterToSql } from "./filter-to-sql.ts";
import { sortToSql } from "./sort-to-sql.ts";

export type ListingInput = {
  filters: readonly Filter[];
  sort: readonly Sort[];
  limit: number;
  offset: number;
  withTotal: boolean;
};

/** One page of a list: `where` is a condition, `orderBy` the sort keys. */
export type Listing = {
  where: Condition;
  orderBy: Condition;
  limit: number;
  offset: number;
  withTotal: boolean;
};

/**
 * Compiles a caller's query over `fields`. All of its filters have to match.
 * @throws validation_failed for an unknown field, a value of the wrong type, too many conditions or sort keys
 */
export function listingOf(fields: FieldList, input: ListingInput): Listing {
  const { filters, sort, limit, offset, withTotal } = input;
  const where = filterToSql(fields, { kind: "and", filters });
  return { where, orderBy: sortToSql(fields, sort), limit, offset, withTotal };
}

/** The disjunction of `conditions`. */
export function anyOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? Prisma.sql`false` : Prisma.join([...conditions], " or ", "(", ")");
}

/** True where none of `conditions` is; a condition on a missing value is not. */
export function noneOf(conditions: readonly Condition[]): Condition {
  return Prisma.sql`${anyOf(conditions)} is not true`;
}

/** The conjunction of `conditions`. */
export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join([...conditions], " and ", "(", ")");
}
