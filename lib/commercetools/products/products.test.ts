import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import { makeVariant, type Sellable } from "#lib/testing/catalogue.ts";
import { askToken, send } from "#lib/testing/commercetools/call.ts";
import { makeClient } from "#lib/testing/commercetools/clients.ts";

let viewer: string;
let publishedViewer: string;
let lamp: Sellable;
let hidden: Sellable;
let largeId: string;

async function tokenFor(scope: string): Promise<string> {
  const client = await makeClient({ scopes: [scope] });
  const reply = await askToken("/oauth/token", "grant_type=client_credentials", client);
  return reply.body.access_token;
}

beforeAll(async () => {
  [viewer, publishedViewer] = await Promise.all([
    tokenFor("view_products"),
    tokenFor("view_published_products"),
  ]);
  lamp = await makeVariant({
    prices: [
      { currency: "USD", amount: 1000 },
      { currency: "USD", country: "US", amount: 800 },
      { currency: "EUR", country: "DE", amount: 900 },
    ],
  });
  hidden = await makeVariant({ published: false });
  largeId = newId();
  await db.productVariant.create({
    data: {
      id: largeId,
      productId: lamp.productId,
      number: 2,
      sku: `${lamp.sku}-L`,
      title: "Large",
      options: { Size: "Large", "Shade color": "Sea" },
      image: "/products/large.svg",
      stock: { create: { quantity: 0 } },
    },
  });
});

const get = (path: string, token = viewer) => send("GET", `/product-projections${path}`, { token });
const where = (predicate: string) => `where=${encodeURIComponent(predicate)}`;

test("a projection is whole: names, slugs, category, variants, pictures and stock", async () => {
  const { status, body } = await get(`/${lamp.productId}`);
  expect(status).toBe(200);
  const usd = (centAmount: number) => ({
    type: "centPrecision",
    currencyCode: "USD",
    centAmount,
    fractionDigits: 2,
  });
  expect(body).toEqual({
    id: lamp.productId,
    version: 1,
    key: lamp.slug,
    createdAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
    lastModifiedAt: expect.stringMatching(/Z$/),
    productType: { typeId: "product-type", id: expect.any(String) },
    name: { en: lamp.name },
    description: { en: "A thing to sell in tests" },
    slug: { en: lamp.slug },
    categories: [{ typeId: "category", id: expect.any(String) }],
    categoryOrderHints: {},
    searchKeywords: {},
    hasStagedChanges: false,
    published: true,
    masterVariant: {
      id: 1,
      sku: lamp.sku,
      key: lamp.sku,
      prices: [
        { id: expect.any(String), value: { ...usd(900), currencyCode: "EUR" }, country: "DE" },
        { id: expect.any(String), value: usd(1000) },
        { id: expect.any(String), value: usd(800), country: "US" },
      ],
      attributes: [],
      images: [
        { url: "http://localhost:3000/products/thing.svg", dimensions: { w: 800, h: 800 }, label: "A thing" },
      ],
      assets: [],
      availability: { isOnStock: true, availableQuantity: 100 },
    },
    variants: [
      expect.objectContaining({
        id: 2,
        sku: `${lamp.sku}-L`,
        prices: [],
        attributes: [
          { name: "Size", value: "Large" },
          { name: "Shade color", value: "Sea" },
        ],
        availability: { isOnStock: false, availableQuantity: 0 },
      }),
    ],
    attributes: [],
    priceMode: "Embedded",
  });
});

test("by key it is the same projection, and HEAD answers without a body", async () => {
  const [byId, byKey] = await Promise.all([get(`/${lamp.productId}`), get(`/key=${lamp.slug}`)]);
  expect(byKey.body).toEqual(byId.body);
  const head = await send("HEAD", `/product-projections/key=${lamp.slug}`, { token: viewer });
  expect([head.status, head.body]).toEqual([200, undefined]);
  const none = await send("HEAD", `/product-projections?${where('key = "nobody"')}`, { token: viewer });
  expect([none.status, none.body]).toEqual([404, undefined]);
});

test("stock that somebody holds is not available", async () => {
  const held = await makeVariant({ stock: 5 });
  const cart = await db.cart.create({
    data: { id: newId(), tokenHash: newId(), currency: "USD", country: "US" },
  });
  const expiresAt = new Date(Date.now() + 60_000);
  await db.stockHold.create({ data: { cartId: cart.id, variantId: held.variantId, quantity: 2, expiresAt } });
  expect((await get(`/${held.productId}`)).body.masterVariant.availability.availableQuantity).toBe(3);
});

describe("published and staged", () => {
  test("what is not published is shown to staged=true alone", async () => {
    expect((await get(`/${hidden.productId}`)).status).toBe(404);
    expect((await get(`/key=${hidden.slug}`)).body).toMatchObject({
      statusCode: 404,
      message: `The Resource with key '${hidden.slug}' was not found.`,
      errors: [{ code: "ResourceNotFound" }],
    });
    const query = where(`id = "${hidden.productId}"`);
    expect((await get(`?${query}`)).body).toMatchObject({ count: 0, total: 0, results: [] });
    expect((await get(`?staged=true&${query}`)).body.results).toMatchObject([
      { id: hidden.productId, published: false },
    ]);
    expect((await get(`/${hidden.productId}?staged=true`)).status).toBe(200);
  });

  test("a client that may see published products only is refused staged ones", async () => {
    expect((await get("?limit=1", publishedViewer)).status).toBe(200);
    const refused = await get("?staged=true", publishedViewer);
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({
      error: "insufficient_scope",
      errors: [{ code: "insufficient_scope" }],
    });
    expect((await get(`/${lamp.productId}?staged=true`, publishedViewer)).status).toBe(403);
  });

  test("who may see neither is refused", async () => {
    expect((await get("", await tokenFor("view_orders"))).status).toBe(403);
  });
});

describe("price selection", () => {
  const priceOf = async (query: string) =>
    (await get(`/${lamp.productId}?${query}`)).body.masterVariant.price;

  test("the country's price beats the one for any country", async () => {
    expect(await priceOf("priceCurrency=USD&priceCountry=US")).toMatchObject({
      value: { centAmount: 800 },
      country: "US",
    });
    expect(await priceOf("priceCurrency=USD&priceCountry=DE")).toMatchObject({ value: { centAmount: 1000 } });
    expect(await priceOf("priceCurrency=USD")).toMatchObject({ value: { centAmount: 1000 } });
  });

  test("where none fits there is none", async () => {
    expect(await priceOf("priceCurrency=EUR&priceCountry=FR")).toBeUndefined();
    expect(await priceOf("priceCurrency=EUR")).toBeUndefined();
    expect(await priceOf("")).toBeUndefined();
  });

  test.each([
    ["priceCountry=US"],
    ["priceChannel=x"],
    ["priceCurrency=dollars"],
    ["priceCurrency=USD&priceCountry=usa"],
  ])("%s is refused", async (query) => {
    const { status, body } = await get(`?${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      errors: [{ code: "InvalidInput", message: expect.stringMatching(/^Malformed parameter: price/) }],
    });
  });
});

describe("predicates", () => {
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

  test("of another variant find nothing", async () => {
    expect(await ids(`masterVariant(sku = "${lamp.sku}-L")`)).toEqual([]);
    expect(await ids(`variants(sku = "${lamp.sku}")`)).toEqual([]);
    expect(
      await ids(`variants(sku = "${lamp.sku}-L" and attributes(name = "Size" and value = "Sea"))`),
    ).toEqual([]);
  });

  test("of unknown fields are refused", async () => {
    expect((await get(`?${where('colour = "red"')}`)).body).toMatchObject({
      statusCode: 400,
      message: "Malformed parameter: where: The field 'colour' does not exist.",
      errors: [{ code: "InvalidInput" }],
    });
  });
});

test("pages neither overlap nor skip, and say how many there are", async () => {
  const query = `${where(`id in ("${lamp.productId}", "${hidden.productId}")`)}&staged=true&sort=createdAt desc&limit=1`;
  const [first, second, past] = await Promise.all(
    [0, 1, 2].map((offset) => get(`?${query}&offset=${offset}`)),
  );
  expect(first?.body).toMatchObject({
    limit: 1,
    offset: 0,
    count: 1,
    total: 2,
    results: [{ id: hidden.productId }],
  });
  expect(second?.body).toMatchObject({ count: 1, total: 2, results: [{ id: lamp.productId }] });
  expect(past?.body).toEqual({ limit: 1, offset: 2, count: 0, total: 2, results: [] });
  expect((await get(`?${query}&withTotal=false`)).body).not.toHaveProperty("total");
  expect((await get("?limit=0")).body).toMatchObject({ limit: 0, count: 0, results: [] });
});

test.each([
  ["limit=501"],
  ["limit=-1"],
  ["limit=x"],
  ["offset=10001"],
  ["withTotal=yes"],
  ["sort=nickname"],
  ["sort=id down"],
  ["staged=1"],
])("%s is refused", async (query) => {
  const { status, body } = await get(`?${query}`);
  expect(status).toBe(400);
  expect(body).toMatchObject({ statusCode: 400, errors: [{ code: "InvalidInput", message: body.message }] });
  expect(body.message).toMatch(new RegExp(`^Malformed parameter: ${query.split("=")[0]}: `));
});

test.each([["/not-an-id"], [`/${newId()}`], ["/key=nobody"], ["/key=%00"], ["/%00"], ["/key=%ff"]])(
  "%s is not found",
  async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body).toMatchObject({ statusCode: 404, errors: [{ code: "ResourceNotFound" }] });
  },
);

test("references are shown whole where `expand` asks for them", async () => {
  const { body } = await get(`/${lamp.productId}?expand=categories[*]&expand=productType&expand=taxCategory`);
  const category = await db.category.findUniqueOrThrow({ where: { slug: `category-${lamp.slug}` } });
  expect(body.categories).toMatchObject([
    {
      typeId: "category",
      id: category.id,
      obj: { id: category.id, key: category.slug, name: { en: "Things" } },
    },
  ]);
  expect(body.productType.obj).toMatchObject({ id: body.productType.id, name: "Product" });
  const page = await get(`?${where(`key = "${lamp.slug}"`)}&expand=categories[*]`);
  expect(page.body.results[0].categories[0].obj.id).toBe(category.id);
});
