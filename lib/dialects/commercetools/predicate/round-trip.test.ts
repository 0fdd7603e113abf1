import fc from "fast-check";
import { expect, test } from "vitest";
import type { Filter, Value } from "#lib/platform/filter/index.ts";
import { anyText } from "#test/support/any-text.ts";
import { printPredicate } from "#test/support/commercetools/print-predicate.ts";
import { parsePredicate } from "./parse.ts";

const field = fc.oneof(
  fc.constantFrom("id", "and", "or", "not", "in", "is", "true", "en-US", "Size of it", "ünï", "a.b", "'; --"),
  fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_-]{0,8}$/),
);
const text = fc.oneof(fc.string(), anyText(), fc.constantFrom('"', "\\", '\\"', '" or 1 = 1', ":a"));
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const value: fc.Arbitrary<Value> = fc.oneof(text, number, fc.integer(), fc.boolean());
const values = fc.array(value, { minLength: 1, maxLength: 4 });
const operator = fc.constantFrom(
  "=" as const,
  "!=" as const,
  "<" as const,
  "<=" as const,
  ">" as const,
  ">=" as const,
);

const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 5, depthSize: "small" },
    fc.oneof<fc.Arbitrary<Filter>[]>(
      fc.record({ kind: fc.constant("compare" as const), field, operator, value }),
      fc.record({ kind: fc.constant("in" as const), field, values }),
      fc.record({
        kind: fc.constant("contains" as const),
        field,
        mode: fc.constantFrom("all" as const, "any" as const),
        values,
      }),
      fc.record({ kind: fc.constantFrom("defined" as const, "empty" as const), field }),
      fc.record({ kind: fc.constant("matches-ignoring-case" as const), field, value: text }),
    ),
    fc.record({
      kind: fc.constantFrom("and" as const, "or" as const),
      filters: fc.array(tie("filter"), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant("not" as const), filter: tie("filter") }),
    fc.record({ kind: fc.constant("within" as const), field, filter: tie("filter") }),
  ),
}));

test("printing and parsing a filter gives the same filter", () => {
  fc.assert(
    fc.property(filter, (original) => {
      const printed = printPredicate(original);
      const read = parsePredicate(printed);
      expect(read).toEqual(original);
      expect(printPredicate(read)).toBe(printed);
    }),
    { numRuns: 2_000 },
  );
});

test("any input is parsed or rejected as a syntax error", () => {
  const pieces = fc.constantFrom(
    "a",
    "(",
    ")",
    "=",
    "not",
    "in",
    "is",
    "and",
    "or",
    '"x"',
    "1",
    ",",
    ":v",
    "`",
    "\\",
    " ",
  );
  const junk = fc.oneof(
    anyText(),
    fc.array(pieces, { maxLength: 30 }).map((all) => all.join(" ")),
  );
  fc.assert(
    fc.property(junk, (sent) => {
      try {
        parsePredicate(sent);
      } catch (error) {
        expect(error).toMatchObject({ code: "validation_failed", details: { parameter: "where" } });
      }
    }),
    { numRuns: 3_000 },
  );
});
