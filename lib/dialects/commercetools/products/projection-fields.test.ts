import { beforeAll, expect, test } from "vitest";
import type { Sellable } from "#test/support/catalogue.ts";
import { send } from "#test/support/commercetools/call.ts";
import { makeLamp, tokenFor, where } from "#test/support/commercetools/viewer.ts";

let viewer: string;
let lamp: Sellable;

beforeAll(async () => {
  viewer = await tokenFor("view_products");
  lamp = await makeLamp();
});

const get = (path: string) => send("GET", `/product-projections${path}`, { token: viewer });

const ids = async (predicate: string) => {
  const { body } = await get(`?${where(predicate)}&limit=500`);
  return body.results.map((product: { id: string }) => product.id);
};

test.each([
  () => `slug(en = "${lamp.slug}")`,
  () => `slug(en-US = "${lamp.slug}")`,
  () => `key = "${lamp.slug}"`,
  () => `id in ("${lamp.productId}", "not-an-id")`,
  () => `masterVariant(sku = "${lamp.sku}")`,
  () => `variants(sku = "${lamp.sku}-L" and attributes(name = "Size" and value = "Large"))`,
  () => `name(en = "${lamp.name}") and masterVariant(prices(value(centAmount = 800) and country = "US"))`,
  () => `key = "${lamp.slug}" and variants(availability(isOnStock = false)) and published = true`,
  () => `key = "${lamp.slug}" and createdAt > "2020-01-01" and variants is not empty`,
])("%s finds the product", async (predicate) => {
  expect(await ids(predicate())).toEqual([lamp.productId]);
});

test("of different variants find nothing", async () => {
  expect(await ids(`masterVariant(sku = "${lamp.sku}-L")`)).toEqual([]);
  expect(await ids(`variants(sku = "${lamp.sku}")`)).toEqual([]);
  expect(
    await ids(`variants(sku = "${lamp.sku}-L" and attributes(name = "Size" and value = "Sea"))`),
  ).toEqual([]);
});

test.each([
  "value = 1",
  "value > 10",
  "value = true",
  "value in (1, 2)",
  'value(key = "Large")',
  'value contains any ("Large")',
])("of an attribute of another type, %s, find nothing", async (test) => {
  const attributes = `attributes(name = "Size" and ${test})`;
  expect(
    await ids(`key = "${lamp.slug}" and (variants(${attributes}) or masterVariant(${attributes}))`),
  ).toEqual([]);
  expect(await ids(`key = "${lamp.slug}" and not(variants(${attributes}))`)).toEqual([lamp.productId]);
});

test("of unknown fields are rejected", async () => {
  expect((await get(`?${where('colour = "red"')}`)).body).toMatchObject({
    statusCode: 400,
    message: "Malformed parameter: where: The field 'colour' does not exist.",
    errors: [{ code: "InvalidInput" }],
  });
});
