/** A value to compare with. A string stands for a number, date or truth value where the field is one. */
export type Value = string | number | boolean;

export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

/**
 * What rows have to be like. Truth has two values: a comparison with what is not there is false,
 * and `not` and `!=` turn that into true.
 */
export type Filter =
  | { kind: "and" | "or"; filters: readonly Filter[] }
  | { kind: "not"; filter: Filter }
  | { kind: "compare"; field: string; operator: Comparison; value: Value }
  | { kind: "in"; field: string; values: readonly Value[] }
  /** Of a list of strings: it holds all of `values`, or any of them. */
  | { kind: "contains"; field: string; mode: "all" | "any"; values: readonly Value[] }
  | { kind: "defined"; field: string }
  /** Of a list: it has no element. */
  | { kind: "empty"; field: string }
  | { kind: "matches-ignoring-case"; field: string; value: string }
  /** The object in `field`, or any element of the list in it, is like `filter`. */
  | { kind: "within"; field: string; filter: Filter };

/** One thing to sort by. `path` leads through objects: ["shippingAddress", "country"]. */
export type Sort = { path: readonly string[]; direction: "asc" | "desc" };
