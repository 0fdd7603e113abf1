import { randomUUID } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { send } from "#test/support/commercetools/call.ts";
import { expectError } from "#test/support/commercetools/shop.ts";
import { tokenFor, where } from "#test/support/commercetools/viewer.ts";

const token = await tokenFor("view_products");
const get = (path: string) => send("GET", path, { token });

beforeAll(() => {
  // In a large catalogue the names may be a minute old.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * 60_000 });
  return () => vi.useRealTimers();
});

async function makeOption(published: boolean) {
  const name = `Option ${randomUUID()}`;
  const variant = await makeVariant({ published });
  await db.productVariant.update({ where: { id: variant.variantId }, data: { options: { [name]: "1" } } });
  return { ...variant, name };
}

test("the type of products has the options of published products as attributes", async () => {
  const [shown, hidden] = [await makeOption(true), await makeOption(false)];
  const { body } = await get("/product-types/key=product");
  expect(body.attributes).toContainEqual({
    ...{ name: shown.name, label: { en: shown.name }, type: { name: "text" }, level: "Variant" },
    ...{ isRequired: false, isSearchable: true, attributeConstraint: "None", inputHint: "SingleLine" },
  });
  expect(body.attributes.map(({ name }: { name: string }) => name)).not.toContain(hidden.name);
  const { body: product } = await get(`/product-projections/${shown.productId}?expand=productType`);
  expect(product.productType.obj).toEqual(body);
  const total = async (name: string) => {
    const asked = where(`attributes(name = "${name}" and isSearchable = true and type(name = "text"))`);
    return (await get(`/product-types?${asked}`)).body.total;
  };
  expect([await total(shown.name), await total("none")]).toEqual([1, 0]);
});

test("there is one type of products", async () => {
  const { body } = await get(`/product-types?${where('key = "product"')}`);
  expect(body).toMatchObject({ total: 1, results: [{ key: "product" }] });
  expect((await get(`/product-types/${body.results[0].id}`)).body).toEqual(body.results[0]);
  expect((await get("/product-types/key=product")).body).toEqual(body.results[0]);
  expect((await get(`/product-types?${where('key = "other"')}`)).body).toMatchObject({
    total: 0,
    results: [],
  });
  expect((await get("/product-types?limit=0")).body).toMatchObject({ total: 1, count: 0 });
  expectError(await get("/product-types/key=other"), 404, "ResourceNotFound");
});
