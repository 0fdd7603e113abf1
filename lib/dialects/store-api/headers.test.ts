import { expect, test } from "vitest";
import { shop } from "#lib/shop.ts";
import { readableHeaders, sentHeaders } from "./headers.ts";
import { storeRoutes } from "./routes.ts";

test("pages of other origins may send every header that a route reads", async () => {
  const ofModules = await Promise.all(shop.modules.map((module) => module.storeRoutes?.() ?? []));
  const read = [...storeRoutes, ...ofModules.flat()].flatMap(({ headers }) =>
    Object.keys(headers?.shape ?? {}),
  );
  expect(read).toContain("idempotency-key");
  expect(sentHeaders).toEqual(expect.arrayContaining(read));
  expect(readableHeaders).toContain("x-cart-token");
});
