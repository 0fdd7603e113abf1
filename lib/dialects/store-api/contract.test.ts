import { describe, expect, test } from "vitest";
import { allStoreRoutes as routes } from "#test/support/store-routes.ts";

test("ids and paths are unique", () => {
  const ids = routes.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const addresses = routes.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(addresses).size).toBe(addresses.length);
});

describe.each(routes.map((route) => [route.id, route] as const))("%s", (_, route) => {
  test("takes the parameters in its path", () => {
    const named = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(route.params?.shape ?? {})).toEqual(named);
  });

  test("reads and returns the cart's token, or does neither", () => {
    expect(route.headers !== undefined && "x-cart-token" in route.headers.shape).toBe(route.cart ?? false);
  });

  test("has a body only if one is sent", () => {
    if (route.body) expect(["POST", "PUT", "PATCH"]).toContain(route.method);
  });
});
