import { expect, test } from "vitest";
import { send } from "#test/support/commercetools/call.ts";
import { namesOf, openLampShop, type Query, searchLamps } from "#test/support/commercetools/lamps.ts";
import { expectError } from "#test/support/commercetools/shop.ts";

// Queries as storefronts send them that were written for other catalogues.

const shop = openLampShop();
const search = (...query: Query) => searchLamps(shop(), ...query);
const found = async (...query: Query) => namesOf((await search(...query)).body);
const all = ["Alpha", "Beta", "Gamma"];

test("search words may have wildcards and quotes around them", async () => {
  const { word } = shop();
  const byName: Query[number] = ["sort", "name.en asc"];
  for (const text of [`*${word}*`, `${word.slice(0, 7)}*`, `"${word}"`, "*"])
    expect(await found(["text.en-US", text], byName), text).toEqual(all);
  expect(await found(["text.en", `"alpha ${word}"`])).toEqual(["Alpha"]);
  expect((await search(["text.en", ""])).body.total).toBe(3);
});

test("fuzzy words may be misspelt, and exact ones come first", async () => {
  expect(await found(["text.en", "gammma"])).toEqual([]);
  expect(await found(["text.en", "gammma"], ["fuzzy", "true"], ["fuzzyLevel", "1"])).toEqual(
    expect.arrayContaining(["Gamma"]),
  );
  expect((await found(["text.en", "gamma"], ["fuzzy", "true"]))[0]).toBe("Gamma");
  expect(await found(["text.en", "entirely"], ["fuzzy", "true"])).toEqual([]);
});

test("attributes that no product has, or of another type, match nothing", async () => {
  for (const filter of [
    'variants.attributes.brand.key:"a","b"',
    'variants.attributes.brand.label.en-US:"a"',
    "variants.attributes.weight:range (1 to 5)",
    "variants.attributes.weight:42",
    "variants.attributes.bestseller:true",
    "variants.attributes.Color:range (1 to *)",
    'variants.availability.isOnStockInChannels:"somewhere"',
    "variants.prices.discounted:exists",
    "variants.price.discounted.value.centAmount:range (1 to *)",
    "variants.scopedPriceDiscounted:true",
  ]) {
    const { status, body } = await search(["filter", filter]);
    expect([filter, status, body.total]).toEqual([filter, 200, 0]);
  }
  expect(await found(["filter", 'variants.attributes.Color:range ("A" to "C")'], ["sort", "id"])).toEqual([
    "Beta",
    "Gamma",
  ]);
  expect((await search(["filter", "variants.scopedPriceDiscounted:false"])).body.total).toBe(3);
});

test("scoped prices need a price selection, and match nothing without one", async () => {
  for (const field of ["value", "currentValue"]) {
    const filter: Query[number] = [
      "filter.query",
      `variants.scopedPrice.${field}.centAmount:range (1 to 1500)`,
    ];
    expect((await search(filter)).body.total).toBe(0);
    expect(await found(filter, ["priceCurrency", "USD"], ["sort", "id"])).toEqual(["Alpha", "Gamma"]);
  }
  const marked = await search(
    ["filter", "variants.scopedPrice.value.centAmount:range (1 to 1500)"],
    ["markMatchingVariants", "true"],
    ["priceCurrency", "USD"],
    ["sort", "id"],
  );
  const [, gamma] = marked.body.results;
  expect(gamma.masterVariant.isMatchingVariant).toBe(false);
  expect(gamma.variants[0].isMatchingVariant).toBe(true);
});

test("a sort key that products do not have here leaves the order to the other keys", async () => {
  const { categoryId } = shop();
  for (const key of [`categoryOrderHints.${categoryId}`, "reviewRatingStatistics.averageRating"])
    expect(await found(["sort", `${key} desc`], ["sort", "name.en asc"])).toEqual(all);
});

test("prices and availability can be counted by term, categories by their tree", async () => {
  const { categoryId } = shop();
  const { body } = await search(
    ["priceCurrency", "USD"],
    ["facet", "variants.price.centAmount"],
    ["facet", "variants.scopedPrice.value.centAmount counting products as price"],
    ["facet", "variants.availability.isOnStock as stock counting products"],
    ["facet", 'categories.id: subtree("*") as tree'],
  );
  const amounts = [500, 1000, 2000, 3000];
  const terms = { type: "terms", missing: 0, other: 0 };
  expect(body.facets).toEqual({
    "variants.price.centAmount": {
      ...{ ...terms, dataType: "number", total: 4 },
      terms: amounts.map((term) => ({ term, count: 1 })),
    },
    price: {
      ...{ ...terms, dataType: "number", total: 4 },
      terms: amounts.map((term) => ({ term, count: 1, productCount: 1 })),
    },
    stock: {
      ...{ ...terms, dataType: "boolean", total: 4 },
      terms: [
        { term: true, count: 3, productCount: 3 },
        { term: false, count: 1, productCount: 1 },
      ],
    },
    tree: { ...terms, dataType: "text", total: 3, terms: [{ term: categoryId, count: 3 }] },
  });
  expectError(await search(["facet", "variants.sku"]), 400, "InvalidInput");
  expectError(await search(["facet", "categories.id as a as b"]), 400, "InvalidInput");
});

test("what no product has, or has as text, is counted in the shape that was asked for", async () => {
  const ratings = "reviewRatingStatistics.averageRating";
  const { body } = await search(
    ["facet", "variants.attributes.weight:range (0 to 100), (100 to *)"],
    ["facet", "variants.attributes.Color:range (1 to 5) as color"],
    ["facet", `${ratings}:range (3 to 5)`],
    ["facet", `${ratings} as stars`],
    ["facet", "variants.attributes.brand.key as brand"],
    ["facet", "productType.id as type counting products"],
  );
  const none = {
    type: "double",
    count: 0,
    totalCount: 0,
    productCount: 0,
    total: 0,
    min: 0,
    max: 0,
    mean: 0,
  };
  const terms = { type: "terms", dataType: "text", missing: 4, total: 0, other: 0, terms: [] };
  const ranges = { type: "range", dataType: "number" };
  expect(body.facets).toEqual({
    "variants.attributes.weight": {
      ...ranges,
      ranges: [
        { ...none, from: 0, fromStr: "0", to: 100, toStr: "100" },
        { ...none, from: 100, fromStr: "100", to: 0, toStr: "" },
      ],
    },
    color: { ...ranges, ranges: [{ ...none, from: 1, fromStr: "1", to: 5, toStr: "5" }] },
    [ratings]: { ...ranges, ranges: [{ ...none, from: 3, fromStr: "3", to: 5, toStr: "5" }] },
    stars: terms,
    brand: terms,
    type: {
      ...{ ...terms, missing: 0, total: 3 },
      terms: [{ term: expect.any(String), count: 3, productCount: 3 }],
    },
  });
  for (const field of ["variants.availability.availableQuantity", "createdAt"])
    expectError(await search(["facet", `${field}:range (1 to 5)`]), 400, "InvalidInput", {
      message: `Malformed parameter: facet: The field '${field}' cannot be counted by range.`,
    });
});

test("every category is a root", async () => {
  const { token, categoryId } = shop();
  const totalOf = async (where: string) => {
    const query = new URLSearchParams({ where: `id = "${categoryId}" and ${where}` });
    return (await send("GET", `/categories?${query}`, { token })).body.total;
  };
  expect(await totalOf("ancestors is empty")).toBe(1);
  expect(await totalOf("ancestors is not empty")).toBe(0);
  expect(await totalOf('ancestors(id = "x")')).toBe(0);
});

test("products without price reductions can be asked for", async () => {
  const { token } = shop();
  const where = "masterVariant(prices(discounted is defined))";
  const query = new URLSearchParams({ where });
  const { status, body } = await send("GET", `/product-projections?${query}`, { token });
  expect([status, body.total]).toEqual([200, 0]);
});

test("no product has search keywords, so none is suggested", async () => {
  const { token } = shop();
  const ask = (query: string) => send("GET", `/product-projections/suggest?${query}`, { token });
  const { status, body } = await ask("searchKeywords.en=lam&searchKeywords.de-DE=lam&fuzzy=true&limit=5");
  expect({ status, body }).toEqual({
    status: 200,
    body: { "searchKeywords.en": [], "searchKeywords.de-DE": [] },
  });
  expectError(await ask("fuzzy=true"), 400, "InvalidInput", {
    message:
      "Malformed parameter: searchKeywords: Expected words in a language, such as 'searchKeywords.en'.",
  });
});
