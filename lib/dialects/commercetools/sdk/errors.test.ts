import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { guestToken, serverToken } from "#test/support/commercetools/call.ts";
import { openShop } from "#test/support/commercetools/sdk-shop.ts";

const shop = openShop();

type Call = {
  method?: string;
  path: string;
  as?: "guest" | "server" | "nobody";
  body?: string;
  type?: string;
};

async function fetchRaw({ method = "GET", path, as = "guest", body, type = "application/json" }: Call) {
  const { host, client } = shop();
  const token =
    as === "guest"
      ? (await guestToken(undefined, client)).token
      : as === "server" && (await serverToken(client));
  return fetch(`${host}${path}`, {
    method,
    headers: { "content-type": type, ...(token && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body }),
  });
}

// An error without JSON, or with an empty list of errors, makes the SDK report a network failure.
describe("every error answer is JSON with at least one error", () => {
  test.each<[number, Call]>([
    [401, { path: "/demo/me/carts", as: "nobody" }],
    [403, { path: "/demo/carts" }],
    [403, { path: "/demo/me" }],
    [403, { path: "/demo/me/carts", as: "server" }],
    [404, { path: "/demo/nothing" }],
    [404, { path: "/demo/" }],
    [403, { path: "/demo" }],
    [404, { path: "/" }],
    [404, { path: "" }],
    [404, { path: "/other-project/me/carts" }],
    [404, { path: "/demo/me/carts/not-an-id" }],
    [404, { path: "/demo/me/carts/%00" }],
    [404, { path: "/demo/me/carts/%ff%fe" }],
    [404, { path: "/demo/me/active-cart" }],
    [404, { path: "/demo/orders/order-number=%F0%9F%98%80", as: "server" }],
    [405, { path: "/demo/me/carts", method: "PUT" }],
    [400, { path: "/demo/me/carts", method: "POST", body: "{" }],
    [400, { path: "/demo/me/carts", method: "POST", body: "" }],
    [400, { path: "/demo/me/carts", method: "POST", body: "null" }],
    [400, { path: "/demo/me/carts", method: "POST", body: '{"currency":"dollars"}' }],
    [400, { path: "/demo/me/carts?limit=501" }],
    [400, { path: "/demo/me/carts?sort=nickname" }],
    [400, { path: `/demo/me/carts?where=${"(".repeat(10_000)}` }],
    [400, { path: "/demo/me/carts?where=id%20%3D%20%00" }],
    [400, { path: "/demo/me/carts?where=nickname%20%3D%201" }],
    [400, { path: `/demo/carts/${randomUUID()}`, method: "DELETE", as: "server" }],
    [404, { path: `/demo/carts/${randomUUID()}?version=1`, method: "DELETE", as: "server" }],
    [
      401,
      {
        path: "/oauth/token",
        method: "POST",
        body: "grant_type=client_credentials",
        type: "application/x-www-form-urlencoded",
      },
    ],
    [404, { path: "/oauth/nothing", method: "POST" }],
    [405, { path: "/oauth/token" }],
  ])("%i %j", async (status, call) => {
    const response = await fetchRaw(call);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    const body = await response.json();
    expect(body).toMatchObject({ statusCode: status, message: body.errors[0].message });
    expect(body.errors).toEqual([
      expect.objectContaining({ code: expect.any(String), message: expect.any(String) }),
    ]);
  });
});

describe("requests without a body are served whatever their content type", () => {
  test.each(["application/json", "text/plain", "application/x-www-form-urlencoded"])("%s", async (type) => {
    expect((await fetchRaw({ path: "/demo/me/carts", type })).status).toBe(200);
    const head = await fetchRaw({ path: "/demo/me/active-cart", method: "HEAD", type });
    expect([head.status, await head.text()]).toEqual([404, ""]);
  });
});
