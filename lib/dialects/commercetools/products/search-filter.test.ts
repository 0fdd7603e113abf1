import { expect, test } from "vitest";
import { namesOf, openLampShop, type Query, searchLamps } from "#test/support/commercetools/lamps.ts";

type Marked = { isMatchingVariant: boolean };
type Found = { masterVariant: Marked; variants: Marked[] };

const shop = openLampShop();
const search = (...query: Query) => searchLamps(shop(), ...query);
const found = async (...query: Query) => namesOf((await search(...query)).body);

test.each([
  ['variants.attributes.color:"Red"', ["Alpha", "Gamma"]],
  ['variants.attributes.Color:"Red","Blue"', ["Alpha", "Beta", "Gamma"]],
  ["variants.attributes.Color:missing", []],
  ["variants.attributes.`Color`:exists", ["Alpha", "Beta", "Gamma"]],
  ["variants.price.centAmount:range (1500 to 2500)", ["Beta"]],
  ["variants.price.centAmount:range (3000 to *), (* to 500)", ["Alpha", "Gamma"]],
  ["variants.availability.isOnStock:true", ["Alpha", "Beta", "Gamma"]],
  ['productType.id:"nothing"', []],
])("%s", async (filter, names) => {
  expect((await found(["filter", filter])).sort()).toEqual([...names].sort());
});

test("by price use the shopper's price if a currency is selected", async () => {
  const dollars: Query = [
    ["priceCurrency", "USD"],
    ["filter", "variants.scopedPrice.value.centAmount:range (1000 to 2000)"],
  ];
  expect((await found(...dollars)).sort()).toEqual(["Alpha", "Beta"]);
});

test("of variants and products match id, sku and key", async () => {
  const { alpha, beta, gamma, categoryId } = shop();
  expect(await found(["filter", `variants.sku:"${gamma.sku}-B"`])).toEqual(["Gamma"]);
  expect(await found(["filter", `id:"${alpha.productId}","not-an-id"`])).toEqual(["Alpha"]);
  expect(await found(["filter", `key:"${beta.slug}"`])).toEqual(["Beta"]);
  expect(
    await found(["filter", `categories.id: subtree("${categoryId}")`], ["filter", `key:"${beta.slug}"`]),
  ).toEqual(["Beta"]);
});

test("mark the matching variants if requested", async () => {
  const { body } = await search(
    ["filter", 'variants.attributes.color:"Blue"'],
    ["markMatchingVariants", "true"],
  );
  const marks = body.results.map(({ masterVariant, variants }: Found) =>
    [masterVariant, ...variants].map(({ isMatchingVariant }) => isMatchingVariant),
  );
  expect(marks).toEqual(expect.arrayContaining([[true], [false, true]]));
});

test.each([
  ["filter", "nickname:exists", "The field 'nickname' does not exist."],
  ["filter", 'variants.nickname:"x"', "The field 'nickname' does not exist."],
  ["filter.query", "key", "Syntax error. Expected a filter."],
  ["filter", "key:", "Syntax error. Expected a value (column 5)."],
  ["filter", 'key:"x" and', "Syntax error. Expected a filter."],
  ["filter", "variants.price.centAmount:range (1 2)", "Syntax error. Expected 'to' (column 35)."],
  ["filter", 'variants.price.centAmount:"much"', /is not a number/],
  ["sort", "nickname asc", "The field 'nickname' does not exist."],
  ["facet", "nickname", "The field 'nickname' cannot be counted by term."],
  [
    "facet",
    `variants.price.centAmount:range ${Array(21).fill("(1 to 2)").join(",")}`,
    /No more than 20 ranges/,
  ],
  ["facet", "categories.id as", "Syntax error. Unexpected 'as'."],
])("%s=%s is rejected", async (name, value, message) => {
  const { status, body } = await search([name, value]);
  expect(status).toBe(400);
  expect(body.errors).toMatchObject([{ code: "InvalidInput", message: body.message }]);
  const text = `Malformed parameter: ${name}: `;
  expect(body.message.slice(0, text.length)).toBe(text);
  expect(body.message.slice(text.length)).toMatch(message);
});
