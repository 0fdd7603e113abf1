import { Prisma } from "#lib/platform/database/db.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { limitCost } from "./cost.ts";
import { faultyParameterOf, queryFault } from "./faults.ts";
import type { Condition, Field, FieldList, Nothing, Scalar } from "./field-list.ts";
import { type Filter, isOfOtherKind, isTrueOfNothing, type OfField, type OfScalar } from "./filter.ts";
import { mergeAlternatives } from "./merge-alternatives.ts";
import { asScalar, fieldOf } from "./named-field.ts";
import { compareToSql, containsToSql, inToSql, likeToSql, matchesToSql } from "./scalar-to-sql.ts";

/**
 * `filter` as an SQL condition, every value a bound parameter. `parameter` names the query parameter for errors.
 * @throws validation_failed for an unknown field, a value of the wrong type, or too many conditions
 */
export function filterToSql(fields: FieldList, filter: Filter, parameter = "where"): Condition {
  try {
    const merged = mergeAlternatives(filter);
    limitCost(fields, merged, parameter);
    return conditionFor(fields, merged);
  } catch (error) {
    if (!isDomainError(error) || faultyParameterOf(error) === null) throw error;
    throw queryFault(parameter, error.message);
  }
}

function conditionFor(fields: FieldList, filter: Filter): Condition {
  switch (filter.kind) {
    case "and":
      return joined(fields, filter.filters, " and ", Prisma.sql`true`);
    case "or":
      return joined(fields, filter.filters, " or ", Prisma.sql`false`);
    case "not":
      // "is not true" instead of "not", because "not null" is null.
      return Prisma.sql`(${conditionFor(fields, filter.filter)}) is not true`;
    default:
      return ofField(fieldOf(fields, filter.field), filter);
  }
}

type Something = Exclude<Field, Nothing>;

function ofField(field: Field, filter: OfField): Prisma.Sql {
  if (field.type === "nothing" || isOfOtherKind(field, filter)) {
    return isTrueOfNothing(filter) ? Prisma.sql`true` : Prisma.sql`false`;
  }
  switch (filter.kind) {
    case "within":
      return within(field, filter.field, filter.filter);
    case "defined":
      return isDefined(field);
    case "empty":
      return isEmpty(field, filter.field);
    default:
      return ofScalar(asScalar(field, filter.field), filter);
  }
}

function ofScalar(field: Scalar, filter: OfScalar): Prisma.Sql {
  const name = filter.field;
  switch (filter.kind) {
    case "compare": {
      const { operator, value } = filter;
      if (operator !== "!=") return present(field, compareToSql(name, field, operator, value));
      return Prisma.sql`${present(field, inToSql(name, field, [value]))} is not true`;
    }
    case "in":
      return present(field, inToSql(name, field, filter.values));
    case "contains":
      return present(field, containsToSql(name, field, filter.mode, filter.values));
    case "matches-ignoring-case":
      return present(field, matchesToSql(name, field, filter.value));
    case "like":
      return present(field, likeToSql(name, field, filter));
  }
}

function joined(
  fields: FieldList,
  filters: readonly Filter[],
  word: " and " | " or ",
  ofNone: Prisma.Sql,
): Prisma.Sql {
  if (filters.length === 0) return ofNone;
  return Prisma.join(
    filters.map((part) => conditionFor(fields, part)),
    word,
    "(",
    ")",
  );
}

function within(field: Something, name: string, filter: Filter): Prisma.Sql {
  if (field.type === "object") {
    return Prisma.sql`((${field.sql}) is not null and ${conditionFor(field.fields, filter)})`;
  }
  if (field.type === "collection") {
    return Prisma.sql`exists (select 1 from ${field.rows} and ${conditionFor(field.fields, filter)})`;
  }
  throw queryFault("where", `The field '${name}' has no fields of its own.`);
}

function isDefined(field: Something): Prisma.Sql {
  if (field.type === "collection") return Prisma.sql`true`;
  const there = Prisma.sql`(${field.sql}) is not null`;
  return field.type === "object" ? there : present(field, there);
}

function isEmpty(field: Something, name: string): Prisma.Sql {
  if (field.type === "collection") return Prisma.sql`not exists (select 1 from ${field.rows})`;
  if (field.type === "strings") return present(field, Prisma.sql`cardinality(${field.sql}) = 0`);
  if (field.type === "object" && field.isList) return Prisma.sql`(${field.sql}) is null`;
  throw queryFault("where", `The field '${name}' is not a list.`);
}

function present({ presentIf }: Scalar, condition: Prisma.Sql): Prisma.Sql {
  return presentIf ? Prisma.sql`(${condition} and ${presentIf})` : Prisma.sql`(${condition})`;
}
