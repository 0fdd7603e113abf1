import type { Field } from "./field-list.ts";

/** A value to compare with. Strings are converted to the type of the field. */
export type Value = string | number | boolean;

export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

/**
 * A condition on rows, in two-valued logic: a comparison with a missing value is false, and `not` and `!=` make it
 * true.
 */
export type Filter =
  | { kind: "and" | "or"; filters: readonly Filter[] }
  | { kind: "not"; filter: Filter }
  | { kind: "compare"; field: string; operator: Comparison; value: Value }
  | { kind: "in"; field: string; values: readonly Value[] }
  /** The list of strings contains all, or any, of `values`. */
  | { kind: "contains"; field: string; mode: "all" | "any"; values: readonly Value[] }
  | { kind: "defined"; field: string }
  /** The list is empty. */
  | { kind: "empty"; field: string }
  | { kind: "matches-ignoring-case"; field: string; value: string }
  /** The text matches `pattern`: see pattern.ts. */
  | { kind: "like"; field: string; pattern: string; ignoresCase: boolean }
  /** The object, or any element of the list, matches `filter`. */
  | { kind: "within"; field: string; filter: Filter };

/** A sort key. `path` leads into nested objects: ["shippingAddress", "country"]. */
export type Sort = { path: readonly string[]; direction: "asc" | "desc" };

/** A condition on one field. */
export type OfField = Exclude<Filter, { kind: "and" | "or" | "not" }>;
export type OfScalar = Exclude<OfField, { kind: "within" | "defined" | "empty" }>;

/** Whether a field of any kind is asked for something that no row has: a number, an object or a list. */
export function isOfOtherKind(field: Field, filter: OfField): boolean {
  if (!("anyKind" in field) || !field.anyKind) return false;
  if (filter.kind === "compare") return typeof filter.value !== "string";
  if (filter.kind === "in") return filter.values.every((value) => typeof value !== "string");
  return filter.kind === "within" || filter.kind === "contains";
}

/** Whether the condition is true of a field that no row has. */
export function isTrueOfNothing(filter: OfField): boolean {
  return filter.kind === "empty" || (filter.kind === "compare" && filter.operator === "!=");
}
