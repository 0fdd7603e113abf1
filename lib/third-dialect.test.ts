import { expect, test } from "vitest";
import { products } from "#lib/commerce/catalog/index.ts";
import { createShop } from "#lib/create-shop.ts";
import { createApi, type Dialect, defineRoute, type RouteSpec } from "#lib/platform/http/index.ts";
import { makeVariant } from "#test/support/catalogue.ts";

// A complete dialect: authentication, wire in, wire out, errors, and one route. Nothing else in the shop knows about
// it.
const plain: Dialect<RouteSpec, { slug: string }, string> = {
  mount: "/plain",
  caller: async () => ({ actor: { type: "none" } }),
  read: async ({ params }) => ({ slug: params.slug ?? "" }),
  write: (reply) => ({ status: 200, body: reply }),
  failure: ({ code }) => ({ status: 400, body: code }),
};
const name = defineRoute(
  plain,
  { id: "name", method: "GET", path: "/plain/{slug}", tag: "Products", summary: "A product's name" },
  { verb: products.get, asks: (sent) => sent, answers: (product) => product.name },
);

const shop = createShop({
  mailer: { send: async () => {}, close: () => {} },
  payments: [],
  modules: [],
  apis: async () => [() => createApi(plain, [name])],
});
const ask = (path: string, method = "GET") =>
  shop.serve(new Request(`http://localhost:3000${path}`, { method }));

test("a dialect of fifteen lines has the shop's errors, limits and headers", async () => {
  const { slug, name } = await makeVariant();
  const found = await ask(`/plain/${slug}`);
  expect([found.status, await found.json()]).toEqual([200, name]);
  expect(found.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  const answers = [
    await ask("/plain/no-such-thing"),
    await ask("/plain"),
    await ask(`/plain/${slug}`, "POST"),
  ];
  const reply = await Promise.all(answers.map((answer) => answer.json()));
  expect(reply).toEqual(["not_found", "not_found", "method_not_allowed"]);
});
