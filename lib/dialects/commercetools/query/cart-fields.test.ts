import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { db, Prisma } from "#lib/platform/database/db.ts";
import { type Filter, filterToSql, matches, sortToSql } from "#lib/platform/filter/index.ts";
import { cartFilters } from "#test/support/commercetools/cart-filters.ts";
import { printPredicate } from "#test/support/commercetools/print-predicate.ts";
import { type CartWorld, makeCarts } from "#test/support/commercetools/random-carts.ts";
import { parsePredicate } from "../predicate/index.ts";
import { cartQueryFields } from "./cart-fields.ts";

let world: CartWorld;

beforeAll(async () => {
  world = await makeCarts(30);
});

/** The ids of matching test carts in the database. */
async function found(filter: Filter): Promise<string[]> {
  const ids = world.carts.map(({ id }) => id);
  const rows = await db.$queryRaw<{ id: string }[]>`
    select c.id from cart c where c.id = any (${ids}::uuid[]) and ${filterToSql(cartQueryFields, filter)} order by c.id`;
  return rows.map(({ id }) => id);
}

const foundBy = (predicate: string) => found(parsePredicate(predicate));
const idsWhere = (test: (cart: Record<string, unknown>) => boolean) =>
  world.carts.filter(test).map(({ id }) => id);

test("SQL finds exactly the carts that the in-memory evaluator finds", async () => {
  let hits = 0;
  await fc.assert(
    fc.asyncProperty(cartFilters(world), async (filter) => {
      const inMemory = idsWhere((cart) => matches(cartQueryFields, filter, cart));
      hits += inMemory.length > 0 && inMemory.length < world.carts.length ? 1 : 0;
      expect(await found(filter), printPredicate(filter)).toEqual(inMemory);
    }),
    { numRuns: 500 },
  );
  expect(hits, "filters that distinguish carts").toBeGreaterThan(50);
});

test("predicates of real clients find the right carts", async () => {
  const [first] = world.carts;
  expect(await foundBy(`id = "${first?.id}"`)).toEqual([first?.id]);
  expect(await foundBy("customerId is not defined")).toEqual(
    idsWhere((cart) => cart.customerId === undefined),
  );
  expect(await foundBy(`customerId = "${world.customers[0]}" and cartState = "Active"`)).toEqual(
    idsWhere((cart) => cart.customerId === world.customers[0] && cart.cartState === "Active"),
  );
  expect(await foundBy(`lineItems(productId = "${world.variants[0]?.productId}")`)).not.toEqual([]);
  expect(await foundBy(`lineItems(variant(sku = "${world.variants[0]?.sku}"))`)).toEqual(
    await foundBy(`lineItems(productId = "${world.variants[0]?.productId}")`),
  );
  expect(await foundBy('shippingAddress(country = "DE")')).not.toEqual([]);
});

describe("a string is data, whatever it contains", () => {
  test.each([
    `" or 1 = 1 --`,
    "'; delete from cart; --",
    "$1",
    "\\'; select pg_sleep(10); --",
    "x' or 'x' = 'x",
    "\u0001\u202e",
  ])("%j", async (attack) => {
    const value = attack;
    for (const field of ["id", "anonymousId", "cartState", "country"]) {
      expect(await found({ kind: "compare", field, operator: "=", value })).toEqual([]);
    }
    expect(await found({ kind: "in", field: "customerId", values: [value, value] })).toEqual([]);
    expect(await found({ kind: "matches-ignoring-case", field: "anonymousId", value })).toEqual([]);
    expect(await db.cart.count({ where: { id: { in: world.carts.map(({ id }) => id) } } })).toBe(30);
  });
});

describe("an invalid query is a caller error", () => {
  test.each([
    ['nickname = "x"', "The field 'nickname' does not exist."],
    ['constructor = "x"', "The field 'constructor' does not exist."],
    ['`id; drop table cart` = "x"', "The field 'id; drop table cart' does not exist."],
    ['lineItems(nickname = "x")', "The field 'nickname' does not exist."],
    ['version = "x"', "The value \"x\" is not a number, as the field 'version' needs it."],
    ["anonymousId = 3", "The value 3 is not a string, as the field 'anonymousId' needs it."],
    ["anonymousId = true", "The value true is not a string, as the field 'anonymousId' needs it."],
    ['anonymousId = "\\u0000"', "The value \"\u0000\" is not a string, as the field 'anonymousId' needs it."],
    ['anonymousId = "\\ud800"', "The value \"\ud800\" is not a string, as the field 'anonymousId' needs it."],
    ['createdAt > "yesterday"', "The value \"yesterday\" is not a date, as the field 'createdAt' needs it."],
    ['createdAt > "2026-02-31T00:00:00.000Z"', /is not a date/],
    ['createdAt > "0000-01-01"', /is not a date/],
    ['lineItems = "x"', "The field 'lineItems' is not a single value; ask for its fields in parentheses."],
    ['id(x = "x")', "The field 'id' has no fields of its own."],
    ["id is empty", "The field 'id' is not a list."],
    ['id contains any ("x")', "The field 'id' is not a list of values."],
    ['cartState > "Active"', "The field 'cartState' cannot be ordered."],
    ['version matches ignore case "1"', "The field 'version' is not a string."],
  ])("%s", (predicate, message) => {
    const compile = () => filterToSql(cartQueryFields, parsePredicate(predicate));
    expect(compile).toThrow(message);
    expect(compile).toThrow(
      expect.objectContaining({ code: "validation_failed", details: { parameter: "where" } }),
    );
  });
});

describe("sorting", () => {
  const sorted = async (path: string[], direction: "asc" | "desc") => {
    const ids = world.carts.map(({ id }) => id);
    const orderBy = sortToSql(cartQueryFields, [{ path, direction }]);
    const rows = await db.$queryRaw<{ id: string }[]>`
      select c.id from cart c where c.id = any (${ids}::uuid[]) order by ${orderBy}`;
    return rows.map(({ id }) => world.carts.find((cart) => cart.id === id));
  };

  test("uses the field, then the id, with missing values last", async () => {
    const times = (await sorted(["createdAt"], "desc")).map((cart) => String(cart?.createdAt));
    expect(times).toEqual([...times].sort().reverse());
    const owners = (await sorted(["customerId"], "desc")).map((cart) => cart?.customerId);
    expect(owners.slice(0, 2)).not.toContain(undefined);
    expect(owners.at(-1)).toBeUndefined();
    const cities = await sorted(["shippingAddress", "country"], "asc");
    expect(cities[0]?.shippingAddress).toMatchObject({ country: "DE" });
  });

  test.each([["nickname"], ["lineItems"], ["lineItems.quantity"], ["shippingAddress"], ["id.x"]])(
    "by %s is rejected",
    (path) => {
      expect(() => sortToSql(cartQueryFields, [{ path: path.split("."), direction: "asc" }])).toThrow(
        expect.objectContaining({ code: "validation_failed", details: { parameter: "sort" } }),
      );
    },
  );

  test("uses the id by default", () => {
    expect(sortToSql(cartQueryFields, []).sql).toBe(Prisma.sql`c.id asc`.sql);
  });
});
