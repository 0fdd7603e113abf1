import { textSearch } from "#lib/commerce/catalog/index.ts";
import {
  allOf,
  anyOf,
  type Comparison,
  type Condition,
  exactPattern,
  type FieldList,
  type Filter,
  filterToSql,
  literalsOf,
  noneOf,
  queryFault,
  type Scalar,
} from "#lib/platform/filter/index.ts";
import { catalogueLanguage } from "#lib/platform/i18n/languages.ts";
import { toFilter, within } from "../search-filter.ts";
import type { SearchQuery } from "./schemas.ts";
import { sizeOf } from "./size-of.ts";

/** An expression over products: a filter, or SQL where it searches text. `score` is that of its first text search. */
export type Compiled = { filter: Filter } | { condition: Condition; score: Scalar | null };

// Fifty of the dearest take PostgreSQL about a second with 20,000 products.
const most = 50;

/** Compiles an expression. @throws validation_failed for an unknown one, or more than 50 */
export function compile(fields: FieldList, query: SearchQuery): Compiled {
  if (sizeOf(query) > most) throw fault(`It has more than ${most} expressions.`);
  return compiled(fields, query);
}

/** The condition that an expression stands for. */
export function conditionOf(fields: FieldList, part: Compiled): Condition {
  return "filter" in part ? filterToSql(fields, part.filter, "query") : part.condition;
}

function compiled(fields: FieldList, query: SearchQuery): Compiled {
  const { and, or, not, filter } = query;
  const parts = (list: readonly SearchQuery[]) => list.map((inner) => compiled(fields, inner));
  const every = and ?? filter;
  if (every) return all(fields, parts(every));
  if (or) return any(fields, parts(or));
  if (not) {
    const some = any(fields, parts(not));
    return "filter" in some
      ? { filter: { kind: "not", filter: some.filter } }
      : { condition: noneOf([some.condition]), score: null };
  }
  return leaf(fields, query);
}

function all(fields: FieldList, parts: readonly Compiled[]): Compiled {
  const filters = together(parts.flatMap((part) => ("filter" in part ? [part.filter] : [])));
  const filter: Filter = { kind: "and", filters };
  const conditions = parts.flatMap((part) => ("filter" in part ? [] : [part]));
  const [first] = conditions;
  if (!first) return { filter };
  const found = [...conditions.map(({ condition }) => condition), filterToSql(fields, filter, "query")];
  return { condition: allOf(found), score: first.score };
}

function any(fields: FieldList, parts: readonly Compiled[]): Compiled {
  const filters = parts.flatMap((part) => ("filter" in part ? [part.filter] : []));
  if (filters.length === parts.length) return { filter: { kind: "or", filters } };
  const score = parts.flatMap((part) => ("score" in part ? [part.score] : []))[0] ?? null;
  return { condition: anyOf(parts.map((part) => conditionOf(fields, part))), score };
}

/**
 * Conditions on variants that are combined have to hold for the same variant, and those on prices for the same price.
 */
function together(filters: readonly Filter[]): Filter[] {
  const flat = filters.flatMap((filter) => (filter.kind === "and" ? filter.filters : [filter]));
  const isAbout = (field: string) => (filter: Filter) => filter.kind === "within" && filter.field === field;
  return ["variants", "prices"].reduce<Filter[]>((rest, field) => {
    const about = rest.filter(isAbout(field));
    if (about.length < 2) return rest;
    const inner = about.flatMap((filter) => (filter.kind === "within" ? [filter.filter] : []));
    const one: Filter = { kind: "within", field, filter: { kind: "and", filters: together(inner) } };
    return [...rest.filter((filter) => !isAbout(field)(filter)), one];
  }, flat);
}

function leaf(fields: FieldList, query: SearchQuery): Compiled {
  const { exact, exists, range, fullText, fullTextPrefix, fuzzy, prefix, wildcard } = query;
  if (exact) return { filter: exactly(exact) };
  if (exists) return { filter: toFilter(pathOf(exists.field, exists.language), { kind: "exists" }) };
  if (range) return { filter: inRange(range) };
  if (prefix) return matching(fields, { ...prefix, value: `${exactPattern(prefix.value)}*` });
  if (wildcard) return matching(fields, wildcard);
  const words = fullText ?? fullTextPrefix ?? fuzzy;
  if (words) return containing(words, fuzzy !== undefined);
  throw fault("Expected an expression, such as 'exact', 'range', 'fullText' or 'and'.");
}

function exactly({
  field,
  value,
  values,
  language,
  caseInsensitive,
}: NonNullable<SearchQuery["exact"]>): Filter {
  const path = pathOf(field, language);
  const wanted = values ?? (value === null || value === undefined ? [] : [value]);
  return toFilter(path, { kind: "values", values: wanted, ignoresCase: caseInsensitive ?? false });
}

const bounds = { gte: ">=", gt: ">", lte: "<=", lt: "<" } as const satisfies Record<string, Comparison>;

function inRange({ field, ...ends }: NonNullable<SearchQuery["range"]>): Filter {
  const path = pathOf(field, null);
  const name = path.at(-1) ?? "";
  const filters = Object.entries(bounds).flatMap(([end, operator]): Filter[] => {
    const value = ends[end as keyof typeof bounds];
    return value === null || value === undefined ? [] : [{ kind: "compare", field: name, operator, value }];
  });
  // Attributes are text here, and none is within a range of numbers.
  if (path[1] === "attributes") return { kind: "or", filters: [] };
  return within(path.slice(0, -1), { kind: "and", filters: [{ kind: "defined", field: name }, ...filters] });
}

type Pattern = NonNullable<SearchQuery["wildcard"]>;

function matching(fields: FieldList, pattern: Pattern): Compiled {
  const filter = like(pattern);
  const words = isProse(pattern.field) ? longWordsIn(pattern.value) : [];
  if (words.length === 0) return { filter };
  // The index of texts finds the few that may match.
  const { where, score } = textSearch(words.join(" "));
  return { condition: allOf([where, filterToSql(fields, filter, "query")]), score };
}

/** Words, or parts of words, that are in every text that matches, and that textSearch finds anywhere in a text. */
function longWordsIn(pattern: string): string[] {
  const words = literalsOf(pattern).flatMap((literal) => literal.split(/\s+/));
  return words.filter((word) => /[\p{L}\p{N}]{3}/u.test(word));
}

/** A pattern over the whole text or, in names and descriptions, over words, whose case does not count. */
function like({ field, value, language, caseInsensitive }: Pattern): Filter {
  const path = pathOf(field, language);
  if (!isProse(field)) {
    return toFilter(path, { kind: "like", pattern: value, ignoresCase: caseInsensitive ?? false });
  }
  const from = value.startsWith("*") ? [value] : [value, `* ${value}`];
  const patterns = value.endsWith("*") ? from : [...from, ...from.map((each) => `${each} *`)];
  const filters = patterns.map((pattern) => toFilter(path, { kind: "like", pattern, ignoresCase: true }));
  return { kind: "or", filters };
}

function isProse(field: string): field is "name" | "description" {
  return field === "name" || field === "description";
}

type Words = { field: string; value: string; mustMatch?: "all" | "any" | null | undefined };

/** Words match anywhere in a text. */
function containing({ field, value, mustMatch }: Words, fuzzy: boolean): Compiled {
  const inField = isProse(field) ? field : undefined;
  const text = value.replace(/[*"]/g, " ");
  const { where, score } = textSearch(text, { fuzzy, inField, matches: mustMatch ?? "all" });
  return { condition: where, score };
}

const renamedFields = new Map<string, readonly string[]>([
  ["categories", ["categories", "id"]],
  // Categories are flat here.
  ["categoriesSubTree", ["categories", "id"]],
  ["productType", ["productType", "id"]],
  ["variants.prices.centAmount", ["variants", "prices", "value", "centAmount"]],
  ["variants.prices.currentCentAmount", ["variants", "prices", "value", "centAmount"]],
  ["variants.prices.currencyCode", ["variants", "prices", "value", "currencyCode"]],
]);
const localizedFields = ["name", "description", "slug"];

/** The path of a searchable field in `searchFields`. */
export function pathOf(field: string, language: string | null | undefined): string[] {
  const renamed = renamedFields.get(field);
  if (renamed) return [...renamed];
  return localizedFields.includes(field) ? [field, language ?? catalogueLanguage] : field.split(".");
}

/** The search query is not valid. */
export function fault(message: string) {
  return queryFault("query", message);
}
