import fc from "fast-check";
import type { Filter, Value } from "#lib/platform/filter/index.ts";
import { type CartWorld, countries, times, words } from "./random-carts.ts";

const equality = fc.constantFrom("=" as const, "!=" as const);
const operator = fc.constantFrom(
  "=" as const,
  "!=" as const,
  "<" as const,
  "<=" as const,
  ">" as const,
  ">=" as const,
);
const nonsense = fc.oneof(fc.string(), fc.constantFrom("not-a-uuid", "' or true --", "$1", ""));

/** Filters over carts, often with values from `world`. */
export function cartFilters({ carts, variants, customers }: CartWorld): fc.Arbitrary<Filter> {
  const ids = fc
    .oneof(fc.constantFrom(...carts.map(({ id }) => id)), fc.uuid(), nonsense)
    .map(sometimesUpper);
  const text = fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom(...words.map((word) => `${word}1`)),
    nonsense,
  );
  const number = fc.oneof(
    fc.integer({ min: -1, max: 9 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const kinds = [
    ordered("id", ids),
    ordered("customerId", fc.oneof(fc.constantFrom(...customers), ids)),
    ordered("anonymousId", text),
    ordered("customerEmail", text),
    ordered("country", fc.constantFrom(...countries, "XX")),
    ordered("version", fc.oneof(number, fc.constantFrom("3", "3.0"))),
    ordered("totalLineItemQuantity", number),
    ordered("createdAt", fc.constantFrom(...times, "2026-02-01", "2026-02-01T13:30:00.5+01:00")),
    ordered("lastModifiedAt", fc.constantFrom(...times)),
    compared(
      "cartState",
      equality,
      fc.constantFrom("Active", "Merged", "Ordered", "active", "Frozen", "toString"),
    ),
    fc.record({ kind: fc.constant("defined" as const), field: fc.constantFrom(...defined) }),
    fc.record({ kind: fc.constant("empty" as const), field: fc.constantFrom("lineItems") }),
    matching("customerEmail"),
    matching("anonymousId"),
  ];
  const lineKinds = [
    ordered("productId", fc.constantFrom(...variants.map(({ productId }) => productId))),
    ordered("quantity", number),
    within(
      "variant",
      combined([ordered("sku", fc.constantFrom(...variants.map(({ sku }) => sku))), ordered("id", number)]),
    ),
  ];
  const addressKinds = [
    ordered("country", fc.constantFrom(...countries)),
    ordered("city", text),
    matching("city"),
  ];
  return combined([
    ...kinds,
    within("lineItems", combined(lineKinds)),
    within("shippingAddress", combined(addressKinds)),
    within("totalPrice", ordered("currencyCode", fc.constantFrom("USD", "EUR"))),
  ]);
}

const defined = [
  "customerId",
  "anonymousId",
  "customerEmail",
  "shippingAddress",
  "lineItems",
  "totalLineItemQuantity",
  "cartState",
] as const;

function ordered(field: string, value: fc.Arbitrary<Value>): fc.Arbitrary<Filter> {
  const values = fc.array(value, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    compared(field, operator, value),
    fc.record({ kind: fc.constant("in" as const), field: fc.constant(field), values }),
  );
}

function compared(
  field: string,
  operators: typeof operator | typeof equality,
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<Filter> {
  return fc.record({
    kind: fc.constant("compare" as const),
    field: fc.constant(field),
    operator: operators,
    value,
  });
}

/** Only ASCII, because the database folds other letters by its own rules. */
function matching(field: string): fc.Arbitrary<Filter> {
  const value = fc.constantFrom("ab", "AB", "aB1", "B", "%", "_", "'");
  return fc.record({ kind: fc.constant("matches-ignoring-case" as const), field: fc.constant(field), value });
}

function within(field: string, filter: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> {
  return fc.record({ kind: fc.constant("within" as const), field: fc.constant(field), filter });
}

function combined(leaves: fc.Arbitrary<Filter>[]): fc.Arbitrary<Filter> {
  return fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      fc.oneof(...leaves),
      fc.record({
        kind: fc.constantFrom("and" as const, "or" as const),
        filters: fc.array(tie("filter"), { minLength: 2, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant("not" as const), filter: tie("filter") }),
    ),
  })).filter;
}

function sometimesUpper(id: string): string {
  return id.endsWith("1") ? id.toUpperCase() : id;
}
