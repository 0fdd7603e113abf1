import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { makeShippingMethod, makeVariant } from "#test/support/catalogue.ts";
import { askToken, send } from "#test/support/commercetools/call.ts";
import { makeClient } from "#test/support/commercetools/clients.ts";
import { expectError } from "#test/support/commercetools/shop.ts";
import { tokenFor, where } from "#test/support/commercetools/viewer.ts";

const products = await tokenFor("view_products");
const published = await tokenFor("view_published_products");
const get = (path: string, token = products) => send("GET", path, { token });

test("the project lists the countries and currencies that the shop sells in", async () => {
  await makeShippingMethod({ countries: ["PT", "DE"], prices: { USD: 1, JPY: 2 } });
  await makeShippingMethod({ countries: ["XK"], prices: { CHF: 1 }, active: false });
  const { body } = await get("", await tokenFor("view_project_settings"));
  expect(body).toMatchObject({ key: "demo", countries: ["DE", "PT"], currencies: ["JPY", "USD"] });
  await makeShippingMethod();
  const wide = await get("", await tokenFor("manage_project"));
  expect(wide.body.countries).toContain("AR");
  expectError(await get(""), 403, "insufficient_scope");
});

test("categories are listed, sorted, found by id and key", async () => {
  const word = `c${randomUUID().slice(0, 8)}`;
  for (const position of [2, 1])
    await db.category.create({
      data: { slug: `${word}-${position}`, name: `${word} ${position}`, position },
    });
  const found = `${where(`key in ("${word}-1", "${word}-2")`)}&sort=orderHint%20asc`;
  const { body } = await get(`/categories?${found}`, await tokenFor("view_categories"));
  expect(body).toMatchObject({
    total: 2,
    results: [
      { key: `${word}-1`, slug: { en: `${word}-1` }, orderHint: "1" },
      { name: { en: `${word} 2` }, orderHint: "2" },
    ],
  });
  const [first] = body.results;
  expect((await get(`/categories/${first.id}`)).body).toEqual(first);
  expect((await get(`/categories/key=${word}-1`)).body).toEqual(first);
  expectError(await get("/categories/key=nothing"), 404, "ResourceNotFound");
  expectError(await get(`/categories/${randomUUID()}`), 404, "ResourceNotFound");
  expect((await get(`/categories?${where(`parent(id = "${first.id}")`)}`)).body.total).toBe(0);
});

test("a product has both of its states, and is hidden from those who may only see published ones", async () => {
  const [shown, hidden] = [await makeVariant(), await makeVariant({ published: false })];
  const { body } = await get(`/products/${shown.productId}?priceCurrency=USD`, published);
  expect(body.masterData).toMatchObject({ published: true, hasStagedChanges: false });
  expect(body.masterData.current).toEqual(body.masterData.staged);
  expect(body.masterData.current).toMatchObject({
    slug: { en: shown.slug },
    masterVariant: { sku: shown.sku, price: { value: { centAmount: 1000 } } },
  });
  expect((await get(`/products/key=${shown.slug}?priceCurrency=USD`)).body).toEqual(body);
  expect((await get(`/products/${hidden.productId}`)).body.masterData.published).toBe(false);
  expectError(await get(`/products/${hidden.productId}`, published), 404, "ResourceNotFound");
  for (const [token, total] of [
    [products, 1],
    [published, 0],
  ] as const) {
    const found = where(`masterData(current(slug(en = "${hidden.slug}")) and published = false)`);
    expect((await get(`/products?${found}`, token)).body.total).toBe(total);
  }
});

test.each([
  ["/stores", "view_stores"],
  ["/channels", "view_products"],
  ["/product-discounts", "view_products"],
  ["/types", "view_types"],
])("%s are a list of none", async (path, scope) => {
  const { status, body } = await get(path, await tokenFor(scope));
  expect([status, body]).toEqual([200, { limit: 20, offset: 0, count: 0, total: 0, results: [] }]);
});

test("scopes for resources that the shop does not have are known, and open nothing", async () => {
  const client = await makeClient();
  const asked = "manage_my_payments:demo view_tax_categories:demo";
  const { body } = await askToken("/oauth/token", `grant_type=client_credentials&scope=${asked}`, client);
  expect(body.scope).toBe(asked);
  for (const path of ["/payments", "/orders", "/categories", "/me/carts"])
    expectError(await get(path, body.access_token), 403, "insufficient_scope");
});
