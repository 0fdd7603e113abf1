import { expect, test } from "vitest";
import { send } from "#test/support/commercetools/call.ts";
import { openLampShop } from "#test/support/commercetools/lamps.ts";
import { statementsOf } from "#test/support/statements.ts";
import { productTypeId } from "../../wire/references.ts";

const shop = openLampShop();

const ask = (body: object) => send("POST", "/products/search", { token: shop().token, body });
const inCategory = () => ({ exact: { field: "categoriesSubTree", value: shop().categoryId } });

test("facets count the query's products, and postFilter narrows only the results", async () => {
  const { categoryId } = shop();
  const usd = { exact: { field: "variants.prices.currencyCode", value: "USD" } };
  const blue = { exact: { field: "variants.attributes.Color", value: "Blue" } };
  const price = "variants.prices.centAmount";
  const { body } = await ask({
    query: inCategory(),
    postFilter: blue,
    facets: [
      { distinct: { name: "categories", field: "categories", fieldType: "reference", limit: 100 } },
      { distinct: { name: "color", field: "variants.attributes.Color.key", level: "variants" } },
      { distinct: { name: "one", field: "variants.attributes.Color", includes: ["Red"] } },
      { distinct: { name: "brand", field: "variants.attributes.brand", missing: "none" } },
      { distinct: { name: "stock", field: "variants.availability.isOnStock", fieldType: "boolean" } },
      {
        ranges: {
          name: "bands",
          field: price,
          filter: usd,
          ranges: [{ to: 1000, key: "cheap" }, { from: 1000, to: 2000 }, { from: 2000 }],
        },
      },
      { ranges: { name: "weight", field: "variants.attributes.weight", ranges: [{ from: 0 }] } },
      { ranges: { name: "stars", field: "reviewRatingStatistics.averageRating", ranges: [{ from: 3 }] } },
      { distinct: { name: "type", field: "productType" } },
      { stats: { name: "prices", field: price, filter: usd } },
      { count: { name: "blue", filter: blue } },
      { count: { name: "variants", level: "variants" } },
    ],
  });
  expect(body.total).toBe(2);
  expect(body.facets).toEqual([
    { name: "categories", buckets: [{ key: categoryId, count: 3 }] },
    {
      name: "color",
      buckets: [
        { key: "Blue", count: 2 },
        { key: "Red", count: 2 },
      ],
    },
    { name: "one", buckets: [{ key: "Red", count: 2 }] },
    { name: "brand", buckets: [{ key: "none", count: 4 }] },
    {
      name: "stock",
      buckets: [
        { key: "true", count: 3 },
        { key: "false", count: 1 },
      ],
    },
    {
      name: "bands",
      buckets: [
        { key: "cheap", count: 1 },
        { key: "1000.0-2000.0", count: 1 },
        { key: "2000.0-*", count: 2 },
      ],
    },
    { name: "weight", buckets: [{ key: "0.0-*", count: 0 }] },
    { name: "stars", buckets: [{ key: "3.0-*", count: 0 }] },
    { name: "type", buckets: [{ key: productTypeId, count: 3 }] },
    { name: "prices", min: 500, max: 3000, mean: 1625, sum: 6500, count: 4 },
    { name: "blue", value: 2 },
    { name: "variants", value: 4 },
  ]);
});

test("a facet takes as many statements for twenty ranges as for one, in both searches", async () => {
  const price = "variants.prices.centAmount";
  const ranges = (count: number) => Array.from({ length: count }, (_, at) => ({ from: at, to: at + 1 }));
  const listed = (count: number) => ranges(count).map(({ from, to }) => `(${from} to ${to})`);
  const byLanguage = (count: number) => () =>
    ask({ query: inCategory(), facets: [{ ranges: { name: "a", field: price, ranges: ranges(count) } }] });
  const byParameters = (count: number) => () => {
    const facet = `variants.price.centAmount:range ${listed(count)}`;
    const query = new URLSearchParams({ facet, priceCurrency: "USD" });
    return send("GET", `/product-projections/search?${query}`, { token: shop().token });
  };
  for (const search of [byLanguage, byParameters]) {
    expect((await search(20)()).status).toBe(200);
    const [one, twenty] = [await statementsOf(search(1)), await statementsOf(search(20))];
    expect(twenty.length).toBe(one.length);
  }
});
