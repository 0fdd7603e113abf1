import { describe, expect, test } from "vitest";
import { isDomainError } from "#lib/platform/errors.ts";
import { printPredicate } from "#test/support/commercetools/print-predicate.ts";
import { parsePredicate } from "./parse.ts";

const equal = (field: string, value: string | number | boolean) => ({
  kind: "compare",
  field,
  operator: "=",
  value,
});

function faultOf(text: string, variables?: Map<string, string[]>): string {
  try {
    return `no fault: ${printPredicate(parsePredicate(text, variables))}`;
  } catch (error) {
    if (!isDomainError(error, "validation_failed")) throw error;
    expect(error.details).toEqual({ parameter: "where" });
    return error.message;
  }
}

describe("predicates of real clients are parsed", () => {
  test.each([
    ['anonymousId = "x"', equal("anonymousId", "x")],
    ['anonymousId="x"', equal("anonymousId", "x")],
    ['id > "last"', { kind: "compare", field: "id", operator: ">", value: "last" }],
    [
      'anonymousId = "x" and cartState = "Active"',
      { kind: "and", filters: [equal("anonymousId", "x"), equal("cartState", "Active")] },
    ],
    ["customerId is not defined", { kind: "not", filter: { kind: "defined", field: "customerId" } }],
    ['id in ("a","b")', { kind: "in", field: "id", values: ["a", "b"] }],
    ['id not in ("a")', { kind: "not", filter: { kind: "in", field: "id", values: ["a"] } }],
    ["lineItems is empty", { kind: "empty", field: "lineItems" }],
    [
      'lineItems(variant(sku = "x"))',
      {
        kind: "within",
        field: "lineItems",
        filter: { kind: "within", field: "variant", filter: equal("sku", "x") },
      },
    ],
    [
      "totalPrice(centAmount >= 100)",
      {
        kind: "within",
        field: "totalPrice",
        filter: { kind: "compare", field: "centAmount", operator: ">=", value: 100 },
      },
    ],
    ['slug(en = "x")', { kind: "within", field: "slug", filter: equal("en", "x") }],
    ['slug(`en-US` = "x")', { kind: "within", field: "slug", filter: equal("en-US", "x") }],
    ['slug(en-US = "x")', { kind: "within", field: "slug", filter: equal("en-US", "x") }],
    ["version <> 3", { kind: "compare", field: "version", operator: "!=", value: 3 }],
    ["published = TRUE", equal("published", true)],
    ["a = -1.5e2", equal("a", -150)],
    ['a contains any ("x", "y")', { kind: "contains", field: "a", mode: "any", values: ["x", "y"] }],
    ['a MATCHES Ignore CASE "x"', { kind: "matches-ignoring-case", field: "a", value: "x" }],
    [
      "NOT(a = 1) AND (b = 2 OR c = 3)",
      {
        kind: "and",
        filters: [
          { kind: "not", filter: equal("a", 1) },
          { kind: "or", filters: [equal("b", 2), equal("c", 3)] },
        ],
      },
    ],
    [
      "a = 1 or b = 2 and c = 3",
      { kind: "or", filters: [equal("a", 1), { kind: "and", filters: [equal("b", 2), equal("c", 3)] }] },
    ],
    ['a = "say \\"hi\\" \\\\ \\u0041"', equal("a", 'say "hi" \\ A')],
  ])("%s", (text, filter) => {
    expect(parsePredicate(text)).toEqual(filter);
  });
});

describe("variables", () => {
  const variables = new Map([
    ["a", ['foo"bar']],
    ["ids", ["1", "2"]],
  ]);

  test("stand for one value, or for a list where a list is expected", () => {
    expect(parsePredicate("x = :a", variables)).toEqual(equal("x", 'foo"bar'));
    expect(parsePredicate("x in :ids", variables)).toEqual({ kind: "in", field: "x", values: ["1", "2"] });
    expect(parsePredicate('x in (:a, "b")', variables)).toMatchObject({ values: ['foo"bar', "b"] });
  });

  test("that are missing, or have several values where one is expected, are errors", () => {
    expect(faultOf("x = :b", variables)).toMatch(/expected a value in 'var.b'/);
    expect(faultOf("x = :ids", variables)).toMatch(/expected one value in 'var.ids'/);
  });
});

describe("faults", () => {
  test.each([
    "",
    " ",
    "anonymousId",
    "anonymousId =",
    "anonymousId = x",
    "= 1",
    "a == 1",
    'a = "unterminated',
    'a = "bad \\q"',
    "a = 1 b = 2",
    "a = 1 and",
    "and = 1",
    "not a = 1",
    "a in ()",
    "a in (1,)",
    "a is nice",
    "a = 1)",
    "(a = 1",
    "a = 1e999",
    "a = 1; drop table cart",
    "a = 'x'",
    "a.b = 1",
    "a = 0x10",
    "a = ``",
    "`` = 1",
    "a within circle(1, 2, 3)",
    "a matches ignore case 3",
  ])("%j is a syntax error", (text) => {
    expect(faultOf(text)).toMatch(
      /^Syntax error while parsing 'where'\. Unexpected .+ \(line 1, column \d+\)\.$/s,
    );
  });

  test("state their position", () => {
    expect(faultOf("a = 1 and\n b ? 2")).toBe(
      "Syntax error while parsing 'where'. Unexpected '? 2', expected a field, a value or an operator (line 2, column 4).",
    );
  });

  test("a predicate of any size or depth is handled", () => {
    const tooMuch = /^Syntax error while parsing 'where'\. It (holds|nests) more than/;
    expect(faultOf("(".repeat(100_000))).toMatch(tooMuch);
    expect(faultOf("(".repeat(10_000))).toMatch(tooMuch);
    expect(faultOf("not(".repeat(4_000))).toMatch(tooMuch);
    expect(faultOf("a(".repeat(5_000))).toMatch(tooMuch);
    expect(faultOf(`a = "${"\\\\".repeat(9_000)}`)).toMatch(/^Syntax error/);
    expect(parsePredicate(Array(2_000).fill("a = 1").join(" or "))).toMatchObject({ kind: "or" });
  });
});
