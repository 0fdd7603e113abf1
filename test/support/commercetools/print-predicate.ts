import type { Filter, Value } from "#lib/platform/filter/index.ts";

const plainName = /^(?!(?:and|or|not)$)[A-Za-z_]\w*$/i;

/** Prints a filter as a predicate that `parsePredicate` parses to the same filter. */
export function printPredicate(filter: Filter): string {
  switch (filter.kind) {
    case "and":
    case "or":
      return filter.filters.map(printPart).join(` ${filter.kind} `);
    case "not":
      return `not(${printPredicate(filter.filter)})`;
    case "within":
      return `${printName(filter.field)}(${printPredicate(filter.filter)})`;
    case "compare":
      return `${printName(filter.field)} ${filter.operator} ${printValue(filter.value)}`;
    case "in":
      return `${printName(filter.field)} in ${printValues(filter.values)}`;
    case "contains":
      return `${printName(filter.field)} contains ${filter.mode} ${printValues(filter.values)}`;
    case "defined":
    case "empty":
      return `${printName(filter.field)} is ${filter.kind}`;
    case "matches-ignoring-case":
      return `${printName(filter.field)} matches ignore case ${printValue(filter.value)}`;
    case "like":
      throw new Error("Predicates have no patterns");
  }
}

/** Keeps the parentheses of nested chains. */
function printPart(filter: Filter): string {
  const text = printPredicate(filter);
  return filter.kind === "and" || filter.kind === "or" ? `(${text})` : text;
}

function printName(name: string): string {
  return plainName.test(name) ? name : `\`${name}\``;
}

function printValues(values: readonly Value[]): string {
  return `(${values.map(printValue).join(", ")})`;
}

function printValue(value: Value): string {
  if (typeof value !== "string") return String(value);
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}
