import { beforeAll, expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { makeVariant, type Sellable } from "#test/support/catalogue.ts";
import { send } from "#test/support/commercetools/call.ts";
import { makeLamp, tokenFor, where } from "#test/support/commercetools/viewer.ts";

let viewer: string;
let lamp: Sellable;
let hidden: Sellable;

beforeAll(async () => {
  viewer = await tokenFor("view_products");
  lamp = await makeLamp();
  hidden = await makeVariant({ published: false });
});

const get = (path: string, token = viewer) => send("GET", `/product-projections${path}`, { token });

test("a projection is complete: names, slugs, category, variants, images and stock", async () => {
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

test("the projection by key is the same, and HEAD answers without a body", async () => {
  const [byId, byKey] = await Promise.all([get(`/${lamp.productId}`), get(`/key=${lamp.slug}`)]);
  expect(byKey.body).toEqual(byId.body);
  const head = await send("HEAD", `/product-projections/key=${lamp.slug}`, { token: viewer });
  expect([head.status, head.body]).toEqual([200, undefined]);
  const none = await send("HEAD", `/product-projections?${where('key = "nobody"')}`, { token: viewer });
  expect([none.status, none.body]).toEqual([404, undefined]);
});

test("held stock is not available", async () => {
  const held = await makeVariant({ stock: 5 });
  const cart = await db.cart.create({
    data: { id: newId(), tokenHash: newId(), currency: "USD", country: "US" },
  });
  const expiresAt = new Date(Date.now() + 60_000);
  await db.stockHold.create({ data: { cartId: cart.id, variantId: held.variantId, quantity: 2, expiresAt } });
  expect((await get(`/${held.productId}`)).body.masterVariant.availability.availableQuantity).toBe(3);
});

test("pages neither overlap nor skip, and have the total", async () => {
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
])("%s is rejected", async (query) => {
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

test("references are expanded if requested", async () => {
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

test("further pictures follow the image of each variant", async () => {
  const product = await makeLamp();
  const pictures = [{ src: "/products/thing-close.svg", alt: "The switch" }];
  await db.product.update({ where: { id: product.productId }, data: { pictures } });
  const { body } = await get(`/${product.productId}`);
  const close = {
    url: "http://localhost:3000/products/thing-close.svg",
    dimensions: { w: 800, h: 800 },
    label: "The switch",
  };
  expect(body.masterVariant.images.slice(1)).toEqual([close]);
  expect(body.variants[0].images.map(({ url }: { url: string }) => url)).toEqual([
    "http://localhost:3000/products/large.svg",
    close.url,
  ]);
});
