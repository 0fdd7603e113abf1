import { expect, test } from "vitest";
import { storeContract } from "#lib/dialects/store-api/contract.ts";
import { modules } from "#lib/modules.ts";
import { hostApis } from "./api-host.ts";

const routeAt = await hostApis();

test("every route of the contract is served without Next", () => {
  for (const { method, path } of [...storeContract, ...modules.flatMap((module) => module.contract ?? [])]) {
    expect(routeAt(method, path.replaceAll(/\{\w+\}/g, "x")), `${method} ${path}`).not.toBeNull();
  }
});

test("an address that is spelt out is not taken for a parameter", () => {
  expect(routeAt("POST", "/store/guest/orders/lookup")).not.toBeNull();
  expect(routeAt("GET", "/store/guest/orders/lookup")).toBeNull();
  expect(routeAt("GET", "/store/guest/orders/lookups")).not.toBeNull();
});

test.each(["/", "/store", "/store/none", "/store/cart/", "/storefront", "/auth", "/docs", "/healthz/x"])(
  "%s is left to Next",
  (path) => expect(routeAt("GET", path)).toBeNull(),
);

test.each(["/healthz", "/readyz", "/openapi.json", "/openapi-commercetools.json"])(
  "%s is read here, and not otherwise",
  async (path) => {
    const response = await routeAt("GET", path)?.(new Request(`http://localhost:3000${path}`));
    expect(response?.headers.get("content-type")).toContain("application/json");
    expect(routeAt("HEAD", path)).not.toBeNull();
    expect(routeAt("POST", path)).toBeNull();
  },
);
