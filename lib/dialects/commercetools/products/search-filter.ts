import { type Filter, queryFault, type Value } from "#lib/platform/filter/index.ts";
import { type Cursor, cursorOn } from "./cursor.ts";

/** `test` is null for a bare path; `rest` is the remaining text. */
export type Expression = { path: string[]; test: Test | null; rest: string };
export type Range = { from: Value | null; to: Value | null };
type Present =
  | { kind: "values"; values: Value[]; ignoresCase?: boolean }
  | { kind: "ranges"; ranges: Range[] }
  | { kind: "like"; pattern: string; ignoresCase: boolean }
  | { kind: "exists" };
/** The test of a field in a search: values, ranges, a pattern, or existence. */
export type Test = Present | { kind: "missing" };

/**
 * Parses `variants.attributes.color:"red","blue"`, `variants.price.centAmount:range (1 to 5), (7 to *)`,
 * `categories.id:exists` and, without a colon, a bare path. @throws validation_failed
 */
export function parseExpression(parameter: string, text: string): Expression {
  if (text.length > 5_000) throw queryFault(parameter, "It holds more than 5000 characters.");
  const cursor = cursorOn(text, (expected, at) =>
    queryFault(parameter, `Syntax error. Expected ${expected} (column ${at + 1}).`),
  );
  const path = [segment(cursor)];
  while (cursor.take(/\./y)) path.push(segment(cursor));
  const test = cursor.take(/\s*:\s*/y) ? readTest(cursor) : null;
  return { path, test, rest: cursor.rest().trim() };
}

function segment(cursor: Cursor): string {
  const quoted = cursor.take(/`([^`]+)`/y);
  return quoted?.[1] ?? cursor.must(/[\w-]+/y, "a field")[0];
}

function readTest(cursor: Cursor): Test {
  const word = cursor.take(/(exists|missing)\b/iy)?.[1]?.toLowerCase();
  if (word === "exists" || word === "missing") return { kind: word };
  if (cursor.take(/range\s*(?=\()/iy)) return { kind: "ranges", ranges: list(cursor, range) };
  return { kind: "values", values: list(cursor, value) };
}

function list<T>(cursor: Cursor, read: (cursor: Cursor) => T): T[] {
  const all = [read(cursor)];
  while (cursor.take(/\s*,\s*/y)) all.push(read(cursor));
  return all;
}

function range(cursor: Cursor): Range {
  cursor.must(/\(\s*/y, "'('");
  const from = bound(cursor);
  cursor.must(/\s+to\s+/iy, "'to'");
  const to = bound(cursor);
  cursor.must(/\s*\)/y, "')'");
  return { from, to };
}

function bound(cursor: Cursor): Value | null {
  return cursor.take(/\*/y) ? null : value(cursor);
}

function value(cursor: Cursor): Value {
  // Categories are flat here, so a subtree is the category itself.
  const nested = cursor.take(/subtree\s*\(\s*"([^"\\]*)"\s*\)/iy)?.[1];
  if (nested !== undefined) return nested;
  const string = cursor.take(/"((?:[^"\\]|\\.)*)"/sy)?.[1];
  if (string !== undefined) return string.replace(/\\(.)/gs, "$1");
  const literal = cursor.must(/true|false|-?\d+(?:\.\d+)?/y, "a value")[0];
  return literal === "true" || literal === "false" ? literal === "true" : Number(literal);
}

/** An expression as a filter over `searchFields`. @throws validation_failed for trailing text or a missing test */
export function parseSearchFilter(parameter: string, text: string): Filter {
  const { path, test, rest } = parseExpression(parameter, text);
  if (test === null || rest !== "") throw queryFault(parameter, "Syntax error. Expected a filter.");
  return toFilter(path, test);
}

/** The filter that applies `test` to the field at `path`. */
export function toFilter(path: readonly string[], test: Test): Filter {
  if (test.kind === "missing") return { kind: "not", filter: toFilter(path, { kind: "exists" }) };
  const [first, second, name] = path;
  if (first === "variants" && second === "attributes" && name !== undefined) {
    return within(["variants", "attributes"], ofAttribute(name, test));
  }
  return within(path.slice(0, -1), leaf(path.at(-1) ?? "", test));
}

function ofAttribute(name: string, test: Present): Filter {
  const named: Filter = { kind: "matches-ignoring-case", field: "name", value: name };
  return test.kind === "exists" ? named : { kind: "and", filters: [named, ofText(test)] };
}

/** Attributes are text here: the number 42 is "42", and none is within a range of numbers. */
function ofText(test: Exclude<Present, { kind: "exists" }>): Filter {
  if (test.kind === "values") return leaf("value", { ...test, values: test.values.map(String) });
  if (test.kind === "like") return leaf("value", test);
  const ranges = test.ranges.filter(({ from, to }) => [from, to].every((end) => typeof end !== "number"));
  return leaf("value", { kind: "ranges", ranges });
}

function leaf(field: string, test: Present): Filter {
  switch (test.kind) {
    case "exists":
      return { kind: "defined", field };
    case "values":
      if (!test.ignoresCase) return { kind: "in", field, values: test.values };
      return {
        kind: "or",
        filters: test.values.map((each) => ({ kind: "matches-ignoring-case", field, value: String(each) })),
      };
    case "like":
      return { ...test, field };
    case "ranges":
      return { kind: "or", filters: test.ranges.map((each) => inRange(field, each)) };
  }
}

function inRange(field: string, { from, to }: Range): Filter {
  const filters: Filter[] = [{ kind: "defined", field }];
  if (from !== null) filters.push({ kind: "compare", field, operator: ">=", value: from });
  if (to !== null) filters.push({ kind: "compare", field, operator: "<=", value: to });
  return { kind: "and", filters };
}

/** The filter inside the fields of `path`, outermost first. */
export function within(path: readonly string[], filter: Filter): Filter {
  return path.reduceRight<Filter>((inner, field) => ({ kind: "within", field, filter: inner }), filter);
}
