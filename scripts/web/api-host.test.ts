import { expect, test } from "vitest";
import { apiAt, responseOf } from "#lib/platform/http/index.ts";
import { allStoreRoutes as routes } from "#test/support/store-routes.ts";
import { hostApis } from "./api-host.ts";

const routeAt = await hostApis();

test("every route of the contract is served without Next", () => {
  for (const { method, path } of routes) {
    expect(routeAt(method, path.replaceAll(/\{\w+\}/g, "x")), `${method} ${path}`).not.toBeNull();
  }
});

test("a path supports the methods of every route that it may mean", () => {
  expect(apiAt("/store")?.methodsAt("/store/guest/orders/lookup")).toEqual(["GET", "HEAD", "POST"]);
  expect(apiAt("/store")?.methodsAt("/store/guest/orders/lookups")).toEqual(["GET", "HEAD"]);
});

test.each(["/", "/store", "/storefront", "/auth", "/docs", "/healthz/x"])("%s is passed on to Next", (path) =>
  expect(routeAt("GET", path)).toBeNull(),
);

test.each(["/healthz", "/readyz", "/openapi.json", "/openapi-commercetools.json"])(
  "%s is read here and only in this way",
  async (path) => {
    const route = routeAt("GET", path) ?? (() => new Response());
    const { headers } = responseOf(await route(new Request(`http://localhost:3000${path}`)));
    expect(headers.get("content-type")).toContain("application/json");
    expect(routeAt("HEAD", path)).not.toBeNull();
    expect(routeAt("POST", path)).toBeNull();
  },
);
