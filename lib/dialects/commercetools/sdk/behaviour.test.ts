import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { makeVariant } from "#test/support/catalogue.ts";
import { anonymousApi, sdks, serverApi, tokenApi, tokenCache } from "#test/support/commercetools/sdk.ts";
import { openShop } from "#test/support/commercetools/sdk-shop.ts";

const shop = openShop();
const dollars = { body: { currency: "USD", country: "US" } };
const newAccount = () => ({ email: `sdk-${randomUUID()}@example.com`, password: "secret secret" });

// How the official SDK handles our answers.
describe.each(sdks)("%s", (_, sdk) => {
  test("accepts a URL with a trailing slash", async () => {
    const { host, client } = shop();
    const api = anonymousApi(sdk, { host: `${host}/`, client });
    expect((await api.me().carts().post(dollars).execute()).statusCode).toBe(201);
  });

  test("retries once with the version from a conflict", async () => {
    const { server, product, ...session } = shop();
    const api = anonymousApi(sdk, session);
    const { body: cart } = await api.me().carts().post(dollars).execute();
    const add = (version: number) =>
      api
        .me()
        .carts()
        .withId({ ID: cart.id })
        .post({ body: { version, actions: [{ action: "addLineItem", sku: product.sku }] } })
        .execute();
    await add(cart.version);
    const before = server.requests.length;
    expect((await add(cart.version)).body.lineItems).toMatchObject([{ quantity: 2 }]);
    expect(server.requests.slice(before)).toEqual(
      Array(2).fill(`POST /commercetools/demo/me/carts/${cart.id}`),
    );
  });

  test("distinguishes a missing cart, an invalid predicate and an invalid client", async () => {
    const { host, client } = shop();
    const api = anonymousApi(sdk, { host, client });
    const ID = randomUUID();
    await expect(api.me().carts().withId({ ID }).get().execute()).rejects.toMatchObject({
      name: "NotFound",
      statusCode: 404,
      code: "ResourceNotFound",
      body: { message: `The Resource with ID '${ID}' was not found.` },
    });
    await expect(
      api
        .me()
        .carts()
        .get({ queryArgs: { where: "anonymousId =" } })
        .execute(),
    ).rejects.toMatchObject({
      name: "BadRequest",
      statusCode: 400,
      code: "InvalidInput",
      message: expect.stringMatching(/^Malformed parameter: where: Syntax error while parsing 'where'\./),
    });
    const stranger = anonymousApi(sdk, { host, client: { ...client, secret: "wrong" } });
    await expect(stranger.me().carts().get().execute()).rejects.toMatchObject({
      statusCode: 401,
      code: "invalid_client",
    });
  });

  test("reads the active cart with HEAD and GET", async () => {
    const api = anonymousApi(sdk, shop());
    await expect(api.me().activeCart().head().execute()).rejects.toMatchObject({ statusCode: 404 });
    const { body: cart } = await api.me().carts().post(dollars).execute();
    expect((await api.me().activeCart().head().execute()).statusCode).toBe(200);
    expect((await api.me().activeCart().get().execute()).body.id).toBe(cart.id);
  });

  test("deletes with a JSON content type and no body", async () => {
    const api = anonymousApi(sdk, shop());
    const { body: cart } = await api.me().carts().post(dollars).execute();
    const one = api.me().carts().withId({ ID: cart.id });
    const deleted = await one.delete({ queryArgs: { version: cart.version, dataErasure: true } }).execute();
    expect(deleted.body.id).toBe(cart.id);
    await expect(one.get().execute()).rejects.toMatchObject({ statusCode: 404 });
  });

  test("starts a new session when the old one ended with a sign-up", async () => {
    const session = shop();
    const cache = tokenCache();
    const api = anonymousApi(sdk, session, cache);
    const { body: cart } = await api.me().carts().post(dollars).execute();
    const oldToken = cache.stored.token;
    await api.me().signup().post({ body: newAccount() }).execute();
    expect((await api.me().carts().get().execute()).body).toMatchObject({ total: 0 });
    const { body: next } = await api.me().carts().post(dollars).execute();
    expect(next.anonymousId).not.toBe(cart.anonymousId);
    await expect(tokenApi(sdk, session, oldToken).me().carts().get().execute()).rejects.toMatchObject({
      name: "Unauthorized",
      statusCode: 401,
      code: "invalid_token",
    });
  });

  test("with its own id learns that the ended session's id is in use", async () => {
    const session = { ...shop(), anonymousId: `phone-${randomUUID()}` };
    const api = anonymousApi(sdk, session);
    await api.me().carts().post(dollars).execute();
    await api.me().signup().post({ body: newAccount() }).execute();
    await expect(api.me().carts().get().execute()).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining("anonymousId is already in use"),
    });
  });

  test("starts a session for each of its first calls if they are concurrent", async () => {
    const { server, ...session } = shop();
    const api = anonymousApi(sdk, session);
    const before = server.requests.length;
    const replies = await Promise.all([1, 2, 3].map(() => api.me().carts().get().execute()));
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    const asked = server.requests.slice(before).filter((line) => line.includes("/anonymous/token"));
    expect(asked.length).toBeGreaterThanOrEqual(1);
  });

  test("pages through everything by id", async () => {
    const api = serverApi(sdk, shop());
    const anonymousId = randomUUID();
    const made: string[] = [];
    for (let count = 0; count < 5; count++) {
      const { body } = await api
        .carts()
        .post({ body: { ...dollars.body, anonymousId } })
        .execute();
      made.push(body.id);
    }
    const where = encodeURIComponent(`anonymousId = "${anonymousId}"`);
    const pages: number[] = [];
    const seen = await sdk.Process(
      { method: "GET", uri: `/demo/carts?limit=2&where=${where}` },
      async ({ body }) => {
        pages.push(body.count);
        return body.results.map(({ id }: { id: string }) => id);
      },
      { accumulate: true },
    );
    expect(seen).toEqual([...made].sort());
    expect(pages).toEqual([2, 2, 1]);
  });

  test("reads products by id, key and text, with a price and expanded references", async () => {
    const api = serverApi(sdk, shop());
    const product = await makeVariant();
    const queryArgs = { priceCurrency: "USD", priceCountry: "US", expand: "categories[*]" };
    const byId = await api
      .productProjections()
      .withId({ ID: product.productId })
      .get({ queryArgs })
      .execute();
    expect(byId.body.masterVariant.price?.value).toMatchObject({ centAmount: 1000, currencyCode: "USD" });
    expect(byId.body.categories[0]?.obj?.name).toEqual({ en: "Things" });
    const byKey = await api.productProjections().withKey({ key: product.slug }).get().execute();
    expect(byKey.body.id).toBe(product.productId);
    const text = { "text.en": product.name, facet: ["categories.id"], sort: "price asc", limit: 1 };
    const got = await api.productProjections().search().get({ queryArgs: text }).execute();
    expect(got.body).toMatchObject({ total: 1, results: [{ id: product.productId }] });
    expect(got.body.facets?.["categories.id"]).toMatchObject({ type: "terms", total: 1 });
    const form = new URLSearchParams({ "text.en": product.name, limit: "1" }).toString();
    const posted = await api.productProjections().search().post({ body: form }).execute();
    expect(posted.body.results).toMatchObject([{ id: product.productId }]);
  });
});
