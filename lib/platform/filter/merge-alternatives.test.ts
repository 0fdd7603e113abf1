import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { constant, type FieldList, type Filter, matches, objectOf } from "./index.ts";
import { mergeAlternatives } from "./merge-alternatives.ts";

const number = constant("number", "1");
const list: FieldList[string] = { type: "collection", rows: number.sql, fields: { n: number, m: number } };
const fields: FieldList = {
  n: number,
  inside: objectOf({ n: number, deep: list }),
  list: { ...list, fields: { n: number, m: number, deep: list } },
};

const value = fc.nat(2);
const leaf: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ kind: fc.constant("in" as const), field: fc.constant("n"), values: fc.array(value) }),
  fc.record({
    kind: fc.constant("compare" as const),
    field: fc.constant("n"),
    operator: fc.constantFrom("=" as const, "!=" as const, "<" as const),
    value,
  }),
  fc.constant<Filter>({ kind: "defined", field: "n" }),
);

/** A random filter over `n` and what is in `names`. */
function filterOf(names: Record<string, fc.Arbitrary<Filter>>): fc.Arbitrary<Filter> {
  const looks = Object.entries(names).map(([field, inner]) =>
    inner.map((filter): Filter => ({ kind: "within", field, filter })),
  );
  const simple = fc.oneof(leaf, ...looks);
  const negated = simple.map((filter): Filter => ({ kind: "not", filter }));
  const part = fc.oneof(simple, negated);
  const group = (inner: fc.Arbitrary<Filter>) =>
    fc
      .tuple(fc.constantFrom("and" as const, "or" as const), fc.array(inner, { maxLength: 4 }))
      .map(([kind, filters]): Filter => ({ kind, filters }));
  return fc.oneof(part, group(part), group(fc.oneof(part, group(part))));
}
const deep = filterOf({ deep: filterOf({}) });
const filter = filterOf({ inside: deep, list: deep });

const element = fc.record({ n: value }, { requiredKeys: [] });
const branch = fc.record({ n: value, deep: fc.array(element, { maxLength: 2 }) });
const row = fc.record(
  { n: value, inside: branch, list: fc.array(branch, { maxLength: 3 }) },
  { requiredKeys: ["list"] },
);

test("a merged filter matches the same rows", () => {
  fc.assert(
    fc.property(filter, fc.array(row, { minLength: 1, maxLength: 5 }), (original, rows) => {
      const merged = mergeAlternatives(original);
      for (const each of rows) expect(matches(fields, merged, each)).toBe(matches(fields, original, each));
    }),
    { numRuns: 3_000 },
  );
});

describe("alternatives that look into the same list look once", () => {
  const is = (value: number): Filter => ({ kind: "compare", field: "n", operator: "=", value });
  const at = (field: string, filter: Filter): Filter => ({ kind: "within", field, filter });
  const not = (filter: Filter): Filter => ({ kind: "not", filter });
  const or = (...filters: Filter[]): Filter => ({ kind: "or", filters });
  const and = (...filters: Filter[]): Filter => ({ kind: "and", filters });

  test("whether one of them has to hold, or none", () => {
    expect(mergeAlternatives(or(at("list", is(1)), is(5), at("list", is(2))))).toEqual(
      or(is(5), at("list", or(is(1), is(2)))),
    );
    expect(mergeAlternatives(and(not(at("list", is(1))), not(at("list", is(2)))))).toEqual(
      and(not(at("list", or(is(1), is(2))))),
    );
  });

  test("and in lists of lists", () => {
    const nested = (value: number) => at("list", at("deep", is(value)));
    expect(mergeAlternatives(or(nested(1), nested(2)))).toEqual(
      or(at("list", or(at("deep", or(is(1), is(2)))))),
    );
  });

  test("but not conditions that different elements may meet", () => {
    const both = and(at("list", is(1)), at("list", is(2)));
    expect(mergeAlternatives(both)).toEqual(both);
  });
});
