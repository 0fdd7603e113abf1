import { describe, expect, test } from "vitest";
import { send } from "#test/support/commercetools/call.ts";
import { openLampShop, type Query, searchLamps } from "#test/support/commercetools/lamps.ts";
import { expectError } from "#test/support/commercetools/shop.ts";
import { where } from "#test/support/commercetools/viewer.ts";
import { quickly } from "#test/support/quickly.ts";

// What a request may ask of each product. Without bounds, one request kept PostgreSQL busy for minutes.

const shop = openLampShop();
const many = <T>(count: number, make: (at: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at));

const list = (predicate: string) =>
  send("GET", `/product-projections?${where(predicate)}`, { token: shop().token });
const byForm = (query: Query) =>
  send("POST", "/product-projections/search", {
    token: shop().token,
    body: String(new URLSearchParams(query)),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
const productSearch = (body: object) => send("POST", "/products/search", { token: shop().token, body });

const attribute = (name: string) => `masterVariant(attributes(name="${name}"))`;
const exact = (value: string) => ({ exact: { field: "variants.attributes.color", value } });

describe("conditions on lists", () => {
  test("are at most some dozens, and the answer says how they count", async () => {
    const every = (count: number) => many(count, (at) => attribute(`a${at}`)).join(" and ");
    expect((await list(every(30))).status).toBe(200);
    const reply = await list(every(60));
    expectError(reply, 400, "InvalidInput");
    expect(reply.body.message).toContain("more than 700 conditions");
  });

  test("are together, if they are alternatives or all denied", async () => {
    const { alpha } = shop();
    const some = [...many(120, (at) => attribute(`a${at}`)), `masterVariant(sku="${alpha.sku}")`].join(
      " or ",
    );
    expect((await list(some)).body.results).toMatchObject([{ id: alpha.productId }]);
    const none = [`key="${alpha.slug}"`, ...many(100, (at) => `not(${attribute(`a${at}`)})`)].join(" and ");
    expect((await list(none)).body.results).toMatchObject([{ id: alpha.productId }]);
    const denied = `key="${alpha.slug}" and not(${attribute("x")}) and not(${attribute("Color")})`;
    expect((await list(denied)).body.results).toEqual([]);
  });

  test.each(["filter.query", "filter", "filter.facets"])(
    "are counted over all values of %s",
    async (parameter) => {
      const ranges = (at: number) => many(4, (to) => `(${at} to ${to}9999)`).join(",");
      const filters = many(30, (at): Query[number] => [
        parameter,
        `variants.price.centAmount:range ${ranges(at)}`,
      ]);
      const dollars: Query[number] = ["priceCurrency", "USD"];
      expectError(await searchLamps(shop(), dollars, ...filters), 400, "InvalidInput");
      expect((await searchLamps(shop(), dollars, ...filters.slice(0, 2))).status).toBe(200);
    },
  );
});

describe("facets repeat the search's filters", () => {
  test("so both are limited together", async () => {
    const filters = many(10, (at): Query[number] => ["filter.query", `variants.attributes.color:"${at}"`]);
    const facets = (count: number) =>
      many(count, (at): Query[number] => ["facet", `variants.attributes.a${at}`]);
    expect((await searchLamps(shop(), ...filters, ...facets(5))).status).toBe(200);
    expectError(await searchLamps(shop(), ...filters, ...facets(15)), 400, "InvalidInput");
    expect((await searchLamps(shop(), ...filters.slice(0, 3), ...facets(20))).status).toBe(200);
  });

  test("at /products/search, too", async () => {
    const colors = (count: number) => many(count, (at) => exact(`${at}`));
    const facets = (count: number, more: object = {}) =>
      many(count, (at) => ({ count: { name: `f${at}`, ...more } }));
    const query = { or: colors(19) };
    expect((await productSearch({ query, facets: facets(9) })).status).toBe(200);
    expectError(await productSearch({ query, facets: facets(11) }), 400, "InvalidInput");
    expect((await productSearch({ query, facets: facets(20, { scope: "all" }) })).status).toBe(200);
    const own = { filter: { or: colors(19) } };
    expectError(await productSearch({ facets: facets(11, own) }), 400, "InvalidInput");
  });
});

test("each word of a text is an expression of a product search", async () => {
  const fuzzy = (words: number) => ({
    fuzzy: { field: "name", language: "en", value: many(words, (at) => `kettl${at}`).join(" ") },
  });
  expect((await productSearch({ query: { or: many(12, () => fuzzy(4)) } })).status).toBe(200);
  expectError(await productSearch({ query: { or: many(12, () => fuzzy(5)) } }), 400, "InvalidInput");
});

test("there are at most ten sort keys", async () => {
  const keys = (count: number) =>
    many(count, (at): Query[number] => ["sort", `variants.attributes.a${at} asc`]);
  expect((await searchLamps(shop(), ...keys(10))).status).toBe(200);
  expectError(await searchLamps(shop(), ...keys(11)), 400, "InvalidInput");
});

test("a form has as many parameters as an address", async () => {
  const filters = (count: number) => many(count, (): Query[number] => ["filter", 'key:"x"']);
  expect((await byForm(filters(100))).status).toBe(200);
  expectError(await byForm(filters(101)), 400, "InvalidInput");
});

test("endless spaces in facets take no time", async () => {
  const facets = many(20, (at): Query[number] => ["facet", `key${" ".repeat(4_900)}x${at}`]);
  expectError(await quickly(() => byForm(facets)), 400, "InvalidInput");
});
