import { beforeAll, describe, expect, test } from "vitest";
import { makeVariant, type Sellable } from "#test/support/catalogue.ts";
import { send } from "#test/support/commercetools/call.ts";
import { makeLamp, tokenFor, where } from "#test/support/commercetools/viewer.ts";

let viewer: string;
let publishedViewer: string;
let lamp: Sellable;
let hidden: Sellable;

beforeAll(async () => {
  [viewer, publishedViewer] = await Promise.all([
    tokenFor("view_products"),
    tokenFor("view_published_products"),
  ]);
  lamp = await makeLamp();
  hidden = await makeVariant({ published: false });
});

const get = (path: string, token = viewer) => send("GET", `/product-projections${path}`, { token });

describe("published and staged", () => {
  test("unpublished products are only shown with staged=true", async () => {
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

  test("a client that may only see published products is refused staged ones", async () => {
    expect((await get("?limit=1", publishedViewer)).status).toBe(200);
    const refused = await get("?staged=true", publishedViewer);
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({
      error: "insufficient_scope",
      errors: [{ code: "insufficient_scope" }],
    });
    expect((await get(`/${lamp.productId}?staged=true`, publishedViewer)).status).toBe(403);
  });

  test("a client that may see neither is rejected", async () => {
    expect((await get("", await tokenFor("view_orders"))).status).toBe(403);
  });
});

describe("price selection", () => {
  const priceOf = async (query: string) =>
    (await get(`/${lamp.productId}?${query}`)).body.masterVariant.price;

  test("the country's price wins over the general one", async () => {
    expect(await priceOf("priceCurrency=USD&priceCountry=US")).toMatchObject({
      value: { centAmount: 800 },
      country: "US",
    });
    expect(await priceOf("priceCurrency=USD&priceCountry=DE")).toMatchObject({ value: { centAmount: 1000 } });
    expect(await priceOf("priceCurrency=USD")).toMatchObject({ value: { centAmount: 1000 } });
  });

  test("there is no price if none applies", async () => {
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
