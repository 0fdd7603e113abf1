import { describe, expect, test } from "vitest";
import { send } from "#test/support/commercetools/call.ts";
import { namesOf, openLampShop, type Query, searchLamps } from "#test/support/commercetools/lamps.ts";
import { expectError } from "#test/support/commercetools/shop.ts";

const shop = openLampShop();
const search = (...query: Query) => searchLamps(shop(), ...query);
const found = async (...query: Query) => namesOf((await search(...query)).body);

describe("text", () => {
  test("has to match every word, and ranks names first", async () => {
    const { word, beta } = shop();
    expect((await found(["text.en", word])).sort()).toEqual(["Alpha", "Beta", "Gamma"]);
    expect(await found(["text.en", `gamma ${word}`])).toEqual(["Gamma", "Alpha"]);
    expect(await found(["text.en-US", `BETA ${word.toUpperCase()}`])).toEqual(["Beta"]);
    expect(await found(["text.en", beta.sku])).toEqual(["Beta"]);
    expect(await found(["text.en", "%"])).toEqual([]);
    expect(await found(["text.en", "'; drop table product; --"])).toEqual([]);
  });

  test("is a paged list with facets, which are empty unless requested", async () => {
    const { word } = shop();
    const { body } = await search(
      ["text.en", word],
      ["limit", "1"],
      ["offset", "1"],
      ["sort", "name.en asc"],
    );
    expect(body).toMatchObject({ limit: 1, offset: 1, count: 1, total: 3, facets: {} });
    expect(namesOf(body)).toEqual(["Beta"]);
  });
});

test("sorting by price uses the cheapest variant ascending and the dearest descending", async () => {
  expect(await found(["sort", "price asc"], ["priceCurrency", "USD"])).toEqual(["Gamma", "Alpha", "Beta"]);
  expect(await found(["sort", "price desc"], ["priceCurrency", "USD"])).toEqual(["Gamma", "Beta", "Alpha"]);
  expect(await found(["sort", "name.en desc"])).toEqual(["Gamma", "Beta", "Alpha"]);
  expect(await found(["sort", "createdAt desc"])).toEqual(["Gamma", "Beta", "Alpha"]);
});

test("a direction can name the variant that counts, and attributes sort, too", async () => {
  const byName: Query[number] = ["sort", "name.en asc"];
  const dollars: Query[number] = ["priceCurrency", "USD"];
  expect(await found(["sort", "price asc.max"], dollars)).toEqual(["Alpha", "Beta", "Gamma"]);
  expect(await found(["sort", "price desc.min"], dollars)).toEqual(["Beta", "Alpha", "Gamma"]);
  const color = "variants.attributes.color";
  expect(await found(["sort", `${color} asc`], byName)).toEqual(["Beta", "Gamma", "Alpha"]);
  expect(await found(["sort", `${color}.key desc`], byName)).toEqual(["Alpha", "Gamma", "Beta"]);
  expect(await found(["sort", `${color}.label.en asc.max`], byName)).toEqual(["Beta", "Alpha", "Gamma"]);
  expect(await found(["sort", "variants.attributes.brand asc"], byName)).toEqual(["Alpha", "Beta", "Gamma"]);
  expectError(await search(["sort", "name.en asc.middle"]), 400, "InvalidInput");
});

describe("facets", () => {
  test("count terms, ranges and filters, before `filter` narrows the results", async () => {
    const { categoryId } = shop();
    const { body } = await search(
      ["filter", 'variants.attributes.Color:"Blue"'],
      ["facet", "variants.attributes.Color as color"],
      ["facet", "categories.id counting products"],
      ["facet", "variants.price.centAmount:range (0 to 1000), (1001 to *) as price"],
      ["facet", 'variants.attributes.Color:"Red" as red'],
      ["priceCurrency", "USD"],
    );
    expect(body.total).toBe(2);
    expect(body.facets).toEqual({
      color: {
        type: "terms",
        dataType: "text",
        missing: 0,
        total: 4,
        other: 0,
        terms: [
          { term: "Blue", count: 2 },
          { term: "Red", count: 2 },
        ],
      },
      "categories.id": expect.objectContaining({ terms: [{ term: categoryId, count: 3, productCount: 3 }] }),
      price: {
        type: "range",
        dataType: "number",
        ranges: [
          expect.objectContaining({
            from: 0,
            to: 1000,
            toStr: "1000",
            count: 2,
            total: 1500,
            min: 500,
            max: 1000,
            mean: 750,
          }),
          expect.objectContaining({ from: 1001, toStr: "", count: 2, min: 2000, max: 3000 }),
        ],
      },
      red: { type: "filter", count: 2 },
    });
  });
});

test.each([
  ["of any kind", "categories.id", 21, "No more than 20 facets at once."],
  [
    "over prices",
    "variants.price.centAmount:range (0 to 1)",
    6,
    "No more than 5 facets over prices at once.",
  ],
])("too many facets %s are rejected", async (_kind, facet, length, message) => {
  const facets = Array.from({ length }, (_, at): [string, string] => ["facet", `${facet} as f${at}`]);
  const { status, body } = await search(...facets);
  expect([status, body.message]).toEqual([400, `Malformed parameter: facet: ${message}`]);
});

test("a posted form is the same search", async () => {
  const { word, token } = shop();
  const query: Query = [
    ["text.en", word],
    ["sort", "name.en asc"],
    ["priceCurrency", "USD"],
  ];
  const [got, posted] = await Promise.all([
    send("GET", `/product-projections/search?${new URLSearchParams(query)}`, { token }),
    send("POST", "/product-projections/search", {
      token,
      body: new URLSearchParams(query).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    }),
  ]);
  expect(posted.status).toBe(200);
  expect(posted.body).toEqual(got.body);
  expect(posted.body.results[0].masterVariant).toMatchObject({
    scopedPrice: { currentValue: { centAmount: 1000 } },
  });
});

test("a search that is posted as JSON is rejected, because it would find everything", async () => {
  const { word, token } = shop();
  const body = { "text.en": word };
  expectError(await send("POST", "/product-projections/search", { token, body }), 400, "InvalidInput");
});
