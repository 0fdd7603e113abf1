import { Buffer } from "node:buffer";
import { queryFault } from "./faults.ts";
import type { Field, FieldList, Scalar } from "./field-list.ts";
import {
  type Comparison,
  type Filter,
  isOfOtherKind,
  isTrueOfNothing,
  type OfField,
  type OfScalar,
  type Value,
} from "./filter.ts";
import { asScalar, fieldOf } from "./named-field.ts";
import { isLike } from "./pattern.ts";
import { valueFor } from "./value-for.ts";

type Row = Readonly<Record<string, unknown>>;

/**
 * Whether `row`, in its wire shape, matches `filter`: the in-memory counterpart of `filterToSql`.
 * @throws validation_failed for an unknown field, or a value of the wrong type
 */
export function matches(fields: FieldList, filter: Filter, row: Row): boolean {
  switch (filter.kind) {
    case "and":
      return filter.filters.every((part) => matches(fields, part, row));
    case "or":
      return filter.filters.some((part) => matches(fields, part, row));
    case "not":
      return !matches(fields, filter.filter, row);
    default:
      return ofField(fieldOf(fields, filter.field), filter, row[filter.field]);
  }
}

function ofField(field: Field, filter: OfField, found: unknown): boolean {
  if (field.type === "nothing" || isOfOtherKind(field, filter)) return isTrueOfNothing(filter);
  switch (filter.kind) {
    case "within":
      return isWithin(field, found, filter.filter);
    case "defined":
      return isThere(field, found);
    case "empty":
      return isThere(field, found) && listOf(found).length === 0;
    default:
      return ofScalar(asScalar(field, filter.field), filter, found);
  }
}

function ofScalar(field: Scalar, filter: OfScalar, found: unknown): boolean {
  const typed = (value: Value) => valueFor(filter.field, field, value);
  switch (filter.kind) {
    case "compare":
      return compare(field, filter.operator, found, typed(filter.value));
    case "in":
      return filter.values.some((value) => compare(field, "=", found, typed(value)));
    case "contains": {
      const has = (value: Value) => listOf(found).includes(typed(value));
      return filter.mode === "all" ? filter.values.every(has) : filter.values.some(has);
    }
    case "matches-ignoring-case":
      return typeof found === "string" && found.toLowerCase() === String(typed(filter.value)).toLowerCase();
    case "like": {
      const cased = (text: string) => (filter.ignoresCase ? text.toLowerCase() : text);
      return typeof found === "string" && isLike(cased(found), cased(filter.pattern));
    }
  }
}

function compare(field: Scalar, operator: Comparison, found: unknown, wanted: Value): boolean {
  if (found === null || found === undefined) return operator === "!=";
  const order = orderOf(field, found, wanted);
  switch (operator) {
    case "=":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

/** Orders text by its UTF-8 bytes, like PostgreSQL's collation "C". */
function orderOf({ type }: Scalar, found: unknown, wanted: Value): number {
  if (type === "number" || type === "boolean") return Number(found) - Number(wanted);
  if (type === "date") return Date.parse(String(found)) - Date.parse(String(wanted));
  const text = type === "uuid" ? String(wanted).toLowerCase() : String(wanted);
  return Buffer.compare(Buffer.from(String(found)), Buffer.from(text));
}

function isWithin(field: Field, found: unknown, filter: Filter): boolean {
  if (field.type !== "object" && field.type !== "collection")
    throw queryFault("where", "No fields of its own.");
  const rows = field.type === "collection" ? listOf(found) : [found];
  return rows.filter(isRow).some((row) => matches(field.fields, filter, row));
}

function isThere(field: Field, found: unknown): boolean {
  return field.type === "collection" || (found !== null && found !== undefined);
}

function listOf(found: unknown): unknown[] {
  return Array.isArray(found) ? found : [];
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null;
}
