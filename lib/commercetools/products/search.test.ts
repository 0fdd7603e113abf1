import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import { makeVariant, type Sellable } from "#lib/testing/catalogue.ts";
import { askToken, send } from "#lib/testing/commercetools/call.ts";
import { makeClient } from "#lib/testing/commercetools/clients.ts";

/** Three lamps in a category of their own: names Alpha, Beta, Gamma; 10, 20 and 30 dollars; red, blue, and red and blue. */
const word = `lamp${randomUUID().slice(0, 8)}`;
let token: string;
let categoryId: string;
let alpha: Sellable;
let beta: Sellable;
let gamma: Sellable;

async function makeLamp(name: string, amount: number, color: string): Promise<Sellable> {
  const lamp = await makeVariant({
    prices: [
      { currency: "USD", amount },
      { currency: "EUR", amount: 4000 - amount },
    ],
  });
  await db.product.update({ where: { id: lamp.productId }, data: { name: `${name} ${word}`, categoryId } });
  await db.productVariant.update({ where: { id: lamp.variantId }, data: { options: { Color: color } } });
  return lamp;
}

beforeAll(async () => {
  const client = await makeClient({ scopes: ["view_products"] });
  const reply = await askToken("/oauth/token", "grant_type=client_credentials", client);
  token = reply.body.access_token;
  const category = await db.category.create({ data: { id: newId(), slug: word, name: "Lamps" } });
  categoryId = category.id;
  alpha = await makeLamp("Alpha", 1000, "Red");
  beta = await makeLamp("Beta", 2000, "Blue");
  gamma = await makeLamp("Gamma", 3000, "Red");
  await db.product.update({
    where: { id: alpha.productId },
    data: { description: "Better than the gamma one" },
  });
  await db.productVariant.create({
    data: {
      id: newId(),
      productId: gamma.productId,
      number: 2,
      sku: `${gamma.sku}-B`,
      title: "",
      options: { Color: "Blue" },
      prices: { create: [{ currency: "USD", amount: 500 }] },
    },
  });
});

type Marked = { isMatchingVariant: boolean };
type Found = { masterVariant: Marked; variants: Marked[] };
type Query = [name: string, value: string][];
const inCategory = (): Query => [["filter.query", `categories.id:"${categoryId}"`]];
const search = (...query: Query) =>
  send("GET", `/product-projections/search?${new URLSearchParams([...inCategory(), ...query])}`, { token });
const namesOf = (body: { results: { name: { en: string } }[] }) =>
  body.results.map(({ name }) => name.en.split(" ")[0]);
const found = async (...query: Query) => namesOf((await search(...query)).body);

describe("text", () => {
  test("finds every word, and what has it in its name first", async () => {
    expect((await found(["text.en", word])).sort()).toEqual(["Alpha", "Beta", "Gamma"]);
    expect(await found(["text.en", `gamma ${word}`])).toEqual(["Gamma", "Alpha"]);
    expect(await found(["text.en-US", `BETA ${word.toUpperCase()}`])).toEqual(["Beta"]);
    expect(await found(["text.en", beta.sku])).toEqual(["Beta"]);
    expect(await found(["text.en", "%"])).toEqual([]);
    expect(await found(["text.en", "'; drop table product; --"])).toEqual([]);
  });

  test("is a paged list with facets, empty when none are asked for", async () => {
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

describe("filters", () => {
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

  test("by price mean the shopper's price, once a currency is chosen", async () => {
    const dollars: Query = [
      ["priceCurrency", "USD"],
      ["filter", "variants.scopedPrice.value.centAmount:range (1000 to 2000)"],
    ];
    expect((await found(...dollars)).sort()).toEqual(["Alpha", "Beta"]);
  });

  test("of a variant and of a product are told by id, sku and key", async () => {
    expect(await found(["filter", `variants.sku:"${gamma.sku}-B"`])).toEqual(["Gamma"]);
    expect(await found(["filter", `id:"${alpha.productId}","not-an-id"`])).toEqual(["Alpha"]);
    expect(await found(["filter", `key:"${beta.slug}"`])).toEqual(["Beta"]);
    expect(
      await found(["filter", `categories.id: subtree("${categoryId}")`], ["filter", `key:"${beta.slug}"`]),
    ).toEqual(["Beta"]);
  });

  test("mark the variants that match, when asked to", async () => {
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
  ])("%s=%s is refused", async (name, value, message) => {
    const { status, body } = await search([name, value]);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ code: "InvalidInput", message: body.message }]);
    const text = `Malformed parameter: ${name}: `;
    expect(body.message.slice(0, text.length)).toBe(text);
    expect(body.message.slice(text.length)).toMatch(message);
  });
});

test("sorting by price goes by the cheapest variant upwards and by the dearest downwards", async () => {
  expect(await found(["sort", "price asc"], ["priceCurrency", "USD"])).toEqual(["Gamma", "Alpha", "Beta"]);
  expect(await found(["sort", "price desc"], ["priceCurrency", "USD"])).toEqual(["Gamma", "Beta", "Alpha"]);
  expect(await found(["sort", "name.en desc"])).toEqual(["Gamma", "Beta", "Alpha"]);
  expect(await found(["sort", "createdAt desc"])).toEqual(["Gamma", "Beta", "Alpha"]);
});

describe("facets", () => {
  test("count terms, ranges and filters, before `filter` narrows the results", async () => {
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

test("more facets than a search can serve are refused", async () => {
  const facets = Array.from({ length: 21 }, (_, index): [string, string] => [
    "facet",
    `categories.id as f${index}`,
  ]);
  const { status, body } = await search(...facets);
  expect([status, body.message]).toEqual([
    400,
    "Malformed parameter: facet: No more than 20 facets at once.",
  ]);
});

test("the form posted is the same search", async () => {
  const query: Query = [
    ...inCategory(),
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
