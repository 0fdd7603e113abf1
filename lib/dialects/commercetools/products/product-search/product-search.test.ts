import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { send } from "#test/support/commercetools/call.ts";
import { openLampShop } from "#test/support/commercetools/lamps.ts";
import { expectError } from "#test/support/commercetools/shop.ts";
import { tokenFor } from "#test/support/commercetools/viewer.ts";

const shop = openLampShop();

const ask = (body: object) => send("POST", "/products/search", { token: shop().token, body });
const inCategory = () => ({ exact: { field: "categoriesSubTree", value: shop().categoryId } });
const byId = [{ field: "id", order: "asc" }];

/** The lamps that match, "Alpha Beta", by id unless sorted. */
async function found(query: object, more: object = {}) {
  const { body } = await ask({
    ...{ query: { and: [inCategory(), query] }, sort: byId, productProjectionParameters: {}, ...more },
  });
  type Result = { productProjection: { name: { en: string } } };
  return body.results
    .map(({ productProjection }: Result) => productProjection.name.en.split(" ")[0])
    .join(" ");
}

test("a storefront's listing: category, currency, stock, sort by price, projections", async () => {
  const { alpha, beta, gamma, token } = shop();
  const query = {
    filter: [inCategory(), { exact: { field: "variants.availability.isOnStock", value: true } }],
  };
  const { status, body } = await ask({
    query,
    sort: [{ field: "variants.prices.centAmount", order: "asc", mode: "min" }],
    limit: 2,
    productProjectionParameters: { priceCurrency: "USD", priceCountry: "US", expand: ["categories[*]"] },
  });
  const [first] = body.results;
  const path = `/product-projections/${gamma.productId}?priceCurrency=USD&priceCountry=US&expand=categories[*]`;
  const projection = (await send("GET", path, { token })).body;
  const scoped = (variant: { price: { value: object } }) => ({
    ...variant,
    scopedPrice: { ...variant.price, currentValue: variant.price.value },
    scopedPriceDiscounted: false,
  });
  expect({ status, body: { ...body, results: body.results.map(({ id }: { id: string }) => id) } }).toEqual({
    status: 200,
    body: { total: 3, offset: 0, limit: 2, facets: [], results: [gamma.productId, alpha.productId] },
  });
  expect(first.productProjection).toEqual({
    ...projection,
    masterVariant: scoped(projection.masterVariant),
    variants: projection.variants.map(scoped),
  });
  const ids = await ask({ query, sort: byId, offset: 1 });
  expect(ids.body.results).toEqual([{ id: beta.productId }, { id: gamma.productId }]);
});

test("expressions about fields", async () => {
  const { alpha, beta, word } = shop();
  const cases: [object, string][] = [
    [{ exact: { field: "variants.sku", value: beta.sku } }, "Beta"],
    [{ exact: { field: "variants.sku", values: [alpha.sku, beta.sku] } }, "Alpha Beta"],
    [{ exact: { field: "key", value: alpha.slug.toUpperCase(), caseInsensitive: true } }, "Alpha"],
    [{ exact: { field: "slug", language: "en", value: beta.slug } }, "Beta"],
    [{ exact: { field: "variants.attributes.Color", value: "Blue", fieldType: "text" } }, "Beta Gamma"],
    [{ exact: { field: "variants.attributes.Color.key", value: "Red", fieldType: "enum" } }, "Alpha Gamma"],
    [{ exact: { field: "variants.attributes.Color", value: "bLUE", caseInsensitive: true } }, "Beta Gamma"],
    [{ exact: { field: "variants.attributes.brand", value: "x" } }, ""],
    [{ exact: { field: "stores", value: "x" } }, ""],
    [{ exact: { field: "taxCategory", value: "x" } }, ""],
    [{ range: { field: "reviewRatingStatistics.averageRating", gte: 1 } }, ""],
    [{ exact: { field: "variants.prices.discounted", value: true, fieldType: "boolean" } }, ""],
    [{ exists: { field: "variants.attributes.Color" } }, "Alpha Beta Gamma"],
    [{ exists: { field: "variants.prices.discounted" } }, ""],
    [{ range: { field: "variants.prices.centAmount", gte: 2000, lt: 2001 } }, "Beta"],
    [{ range: { field: "variants.prices.centAmount", gt: 3000 } }, ""],
    [{ range: { field: "createdAt", gte: "2020-01-01T00:00:00.000Z" } }, "Alpha Beta Gamma"],
    [{ range: { field: "variants.attributes.weight", fieldType: "number", gte: 1 } }, ""],
    [{ prefix: { field: "variants.sku", value: beta.sku.slice(0, 12) } }, "Beta"],
    [{ fullText: { field: "name", language: "en-US", value: `beta ${word}` } }, "Beta"],
    [{ fullText: { field: "name", language: "en", value: "gamma" } }, "Gamma"],
    [{ fullText: { field: "description", language: "en", value: "gamma" } }, "Alpha"],
    [{ fullText: { field: "name", language: "en", value: "alpha beta", mustMatch: "any" } }, "Alpha Beta"],
    [{ fullTextPrefix: { field: "name", language: "en", value: "bet" } }, "Beta"],
    [{ prefix: { field: "variants.sku", value: beta.sku.slice(0, 12).toLowerCase() } }, ""],
    [
      {
        prefix: { field: "variants.sku", value: beta.sku.slice(0, 12).toLowerCase(), caseInsensitive: true },
      },
      "Beta",
    ],
    [{ prefix: { field: "name", language: "en", value: word.slice(0, 4) } }, "Alpha Beta Gamma"],
    [{ prefix: { field: "key", value: "*" } }, ""],
    [{ wildcard: { field: "name", language: "en", value: "*lpha*" } }, "Alpha"],
    [{ wildcard: { field: "name", language: "en", value: "*ET*" } }, "Beta"],
    [{ wildcard: { field: "name", language: "de", value: "*" } }, ""],
    [{ wildcard: { field: "key", value: `*${beta.slug.slice(-6)}` } }, "Beta"],
    [{ wildcard: { field: "key", value: "*gamma" } }, ""],
    [{ wildcard: { field: "variants.attributes.Color", value: "B?ue" } }, "Beta Gamma"],
    [{ wildcard: { field: "variants.attributes.Color", value: "B\\?ue" } }, ""],
    [{ wildcard: { field: "variants.attributes.Color", value: "r*", caseInsensitive: true } }, "Alpha Gamma"],
    [{ fuzzy: { field: "name", language: "en", value: "gammma", level: 1 } }, "Gamma"],
  ];
  for (const [query, names] of cases) expect([query, await found(query)]).toEqual([query, names]);
});

test("compound expressions; conditions on one variant and one price hold together", async () => {
  const colour = (value: string) => ({ exact: { field: "variants.attributes.Color", value } });
  const dearer = { range: { field: "variants.prices.centAmount", gte: 2500 } };
  const inDollars = { exact: { field: "variants.prices.currencyCode", value: "USD" } };
  const named = { fullText: { field: "name", language: "en", value: "alpha" } };
  expect(await found({ or: [colour("Blue"), named] })).toBe("Alpha Beta Gamma");
  expect(await found({ not: [colour("Blue")] })).toBe("Alpha");
  expect(await found({ not: [named, colour("Blue")] })).toBe("");
  expect(await found({ filter: [dearer, inDollars] })).toBe("Gamma");
  expect(await found({ and: [dearer] })).toBe("Alpha Gamma");
  expect(await found({ and: [colour("Blue"), dearer, inDollars] })).toBe("");
  expect(await found({ and: [] })).toBe("Alpha Beta Gamma");
});

test("sorting, best match first unless asked", async () => {
  const all = { and: [] };
  const price = "variants.prices.centAmount";
  const dollars = { priceCurrency: "USD" };
  const sorted = (key: object, more: object = {}) => found(all, { sort: [key], ...more });
  expect(await sorted({ field: "name", language: "en", order: "desc" })).toBe("Gamma Beta Alpha");
  expect(await sorted({ field: "createdAt" })).toBe("Alpha Beta Gamma");
  expect(
    await sorted({ field: price, order: "desc", mode: "max" }, { productProjectionParameters: dollars }),
  ).toBe("Gamma Beta Alpha");
  const filter = { exact: { field: "variants.prices.currencyCode", value: "USD" } };
  expect(await sorted({ field: price, order: "asc", mode: "min", filter })).toBe("Gamma Alpha Beta");
  expect(await sorted({ field: price, order: "desc", mode: "min", filter })).toBe("Beta Alpha Gamma");
  const color = { field: "variants.attributes.Color", fieldType: "text" };
  const byName = { field: "name", language: "en" };
  expect(await found(all, { sort: [color, byName] })).toBe("Beta Gamma Alpha");
  expect(await found(all, { sort: [{ ...color, order: "asc", mode: "max" }, byName] })).toBe(
    "Beta Alpha Gamma",
  );
  const anywhere = { fullText: { field: "name", language: "en", value: shop().word } };
  expect((await found(anywhere, { sort: [{ field: "score", order: "desc" }] })).split(" ")).toHaveLength(3);
  expectError(await ask({ sort: [{ field: price, mode: "avg" }] }), 400, "InvalidInput");
});

test("matching variants are marked", async () => {
  const { alpha, gamma } = shop();
  const red = { exact: { field: "variants.attributes.Color", value: "Red" } };
  const { body } = await ask({ query: { and: [inCategory(), red] }, markMatchingVariants: true, sort: byId });
  expect(body.results).toEqual([
    { id: alpha.productId, matchingVariants: { allMatched: true, matchedVariants: [] } },
    {
      id: gamma.productId,
      matchingVariants: { allMatched: false, matchedVariants: [{ id: 1, sku: gamma.sku }] },
    },
  ]);
});

test("a query that is malformed, unknown or too large is rejected", async () => {
  const deep = (depth: number): object => (depth === 0 ? inCategory() : { not: [deep(depth - 1)] });
  const many = { or: Array.from({ length: 50 }, inCategory) };
  for (const body of [
    { query: {} },
    { query: { exact: { field: "nonsense", value: 1 } } },
    { query: { exists: { field: "constructor" } } },
    { query: { exact: { field: "__proto__", value: "x" } } },
    { query: { exact: { field: "key", value: "\u0000" } } },
    { query: many },
    { query: { or: Array(10).fill({ prefix: { field: "key", value: "a" } }) } },
    { query: { wildcard: { field: "variants.prices.centAmount", value: "1*" } } },
    { facets: [{}] },
    { facets: [{ distinct: { name: "a", field: "variants.sku" } }] },
    {
      facets: Array.from({ length: 6 }, () => ({
        stats: { name: "a", field: "variants.prices.centAmount" },
      })),
    },
    { productProjectionParameters: { priceCountry: "US" } },
  ])
    expectError(await ask(body), 400, "InvalidInput");
  const starry = { wildcard: { field: "key", value: "*a".repeat(11) } };
  const wrong = [{ limit: 101 }, { query: { exact: { value: "x" } } }, { query: starry }, { offset: -1 }];
  for (const body of wrong) expectError(await ask(body), 400, "InvalidJsonInput");
  expect((await ask({ query: deep(12) })).status).toBe(200);
});

test("unpublished products are found by callers who may see them", async () => {
  const { alpha } = shop();
  await db.product.update({ where: { id: alpha.productId }, data: { published: false } });
  const query = { exact: { field: "id", value: alpha.productId } };
  const staged = { query, productProjectionParameters: { staged: true } };
  expect((await ask({ query })).body.total).toBe(0);
  expect((await ask(staged)).body.total).toBe(1);
  const poor = await tokenFor("view_published_products");
  expectError(
    await send("POST", "/products/search", { token: poor, body: staged }),
    403,
    "insufficient_scope",
  );
  await db.product.update({ where: { id: alpha.productId }, data: { published: true } });
});
