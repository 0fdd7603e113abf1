import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { routes as commercetoolsRoutes } from "#lib/dialects/commercetools/routes.ts";
import { getCart, listShippingMethods } from "#lib/dialects/store-api/routes/cart.ts";
import { allStoreRoutes as routes } from "#test/support/store-routes.ts";
import { acts } from "./index.ts";
import { bucketName } from "./limited.ts";

// What is posted below /auth: lib/dialects/auth/surface.test.ts.

test("no two rules count in one bucket by accident", () => {
  const names = Object.values(acts).flatMap(({ name, rules }) => rules.map((rule) => bucketName(name, rule)));
  expect(new Set(names).size).toBe(names.length);
});

describe("whatever writes counts as something", () => {
  test.each(routes.filter(({ method }) => method !== "GET").map((route) => [route.id, route] as const))(
    "in the store API: %s",
    (_, { verb }) => expect(verb.policy.limits).not.toHaveProperty("none"),
  );

  test("in the store API: a GET that may make a cart says that it may be refused", () => {
    for (const { verb } of [getCart, listShippingMethods])
      expect(verb.policy.throws).toContain("too_many_requests");
  });

  // Posted, because its query can be longer than an address.
  const readers = ["ct.products.search-by-form"];
  const writers = commercetoolsRoutes.filter(({ id, method }) => method !== "GET" && !readers.includes(id));

  test.each(writers.map((route) => [route.id, route] as const))(
    "in the commercetools dialect: %s",
    (_, { verb }) => expect(verb.policy.limits).not.toHaveProperty("none"),
  );

  // Tells what the fields of a country's addresses are.
  const readingActions = ["_components/address/load-layout.ts"];
  const actions = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !readingActions.includes(file))
    .map((file) => [file, readFileSync(path.join("app", file), "utf8")] as const)
    .filter(([, text]) => text.startsWith('"use server"'));

  test("among the pages' actions, which there are", () => expect(actions.length).toBeGreaterThan(20));

  // The forms' types ask for an act.
  test.each(actions)("among the pages' actions: %s", (_, text) => {
    expect(text).toMatch(/\b(accountForm|addressAction|formAction|submitForm|limited)\(/);
    expect(text).toContain("acts.");
  });
});
