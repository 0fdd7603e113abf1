import type { Filter } from "./filter.ts";

/**
 * The same filter, in which alternatives that look into the same list look into it once: `a(x=1) or a(x=2)` becomes
 * `a(x=1 or x=2)`, and `not a(x=1) and not a(x=2)` becomes `not a(x=1 or x=2)`. Each look is a query for each row.
 */
export function mergeAlternatives(filter: Filter): Filter {
  switch (filter.kind) {
    case "or":
      return { kind: "or", filters: mergedLooks(filter.filters.map(mergeAlternatives)) };
    case "and":
      return { kind: "and", filters: mergedDenials(filter.filters.map(mergeAlternatives)) };
    case "not":
      return { kind: "not", filter: mergeAlternatives(filter.filter) };
    case "within":
      return { ...filter, filter: mergeAlternatives(filter.filter) };
    default:
      return filter;
  }
}

type Look = Extract<Filter, { kind: "within" }>;

function mergedLooks(parts: readonly Filter[]): Filter[] {
  const looks = parts.filter((part): part is Look => part.kind === "within");
  const others = parts.filter(({ kind }) => kind !== "within");
  return [...others, ...oneForEachField(looks)];
}

function mergedDenials(parts: readonly Filter[]): Filter[] {
  const denied: Look[] = [];
  const others: Filter[] = [];
  for (const part of parts) {
    if (part.kind === "not" && part.filter.kind === "within") denied.push(part.filter);
    else others.push(part);
  }
  return [...others, ...oneForEachField(denied).map((filter): Filter => ({ kind: "not", filter }))];
}

function oneForEachField(looks: readonly Look[]): Look[] {
  const byField = Map.groupBy(looks, ({ field }) => field);
  return [...byField].map(([field, same]): Look => {
    const filters = same.map(({ filter }) => filter);
    const [only, ...more] = filters;
    if (only && more.length === 0) return { kind: "within", field, filter: only };
    return { kind: "within", field, filter: mergeAlternatives({ kind: "or", filters }) };
  });
}
