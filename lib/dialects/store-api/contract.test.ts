import { describe, expect, test } from "vitest";
import { POST } from "#app/auth/[...all]/route.ts";
import { storeDocument } from "#lib/dialects/store-api/contract.ts";
import { authRequest } from "#test/support/sessions.ts";
import { allStoreRoutes as routes } from "#test/support/store-routes.ts";
import { guestSession } from "./guest-session.ts";

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

test("a guest session starts as the contract says", async () => {
  const { paths } = storeDocument(routes);
  expect(Object.keys(paths ?? {})).toContain("/auth/sign-in/anonymous");
  const response = await POST(authRequest("/auth/sign-in/anonymous"));
  expect(response.status).toBe(200);
  expect(guestSession.parse(await response.json()).user.isAnonymous).toBe(true);
});

test("linters find the server and the license", () => {
  expect(storeDocument(routes)).toMatchObject({
    servers: [{ url: "/" }],
    info: { license: { identifier: "Apache-2.0" } },
  });
});

test("the contract says what the details of an error are", () => {
  const { paths, components } = storeDocument(routes);
  const { schema } =
    paths?.["/store/checkout/place-order"]?.post?.responses?.["409"]?.content?.["application/json"] ?? {};
  expect(schema).toMatchObject({
    anyOf: expect.arrayContaining([{ $ref: "#/components/schemas/OUT_OF_STOCK" }]),
  });
  expect(components?.schemas?.OUT_OF_STOCK).toMatchObject({
    properties: {
      errorCode: { const: "OUT_OF_STOCK" },
      details: { items: { required: ["variantId", "sku", "name", "requested", "available"] } },
    },
  });
  expect(components?.schemas?.CART_EMPTY).not.toHaveProperty("properties.details");
});
