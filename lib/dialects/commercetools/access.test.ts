import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { shop } from "#lib/shop.ts";
import { guestToken, send, serverToken } from "#test/support/commercetools/call.ts";
import { makeClient, type TestClient } from "#test/support/commercetools/clients.ts";
import { routes } from "./routes.ts";

/** Every call of the API, with sample parameters. */
const calls = routes
  .filter(({ access }) => access !== null)
  .map(({ id, method, path }) => ({
    id,
    method,
    path: path.replace("/commercetools/{project}", "").replace(/\{\w+\}/g, randomUUID()),
  }));

let poorClient: TestClient;
let poor: string;

beforeAll(async () => {
  poorClient = await makeClient({ scopes: ["introspect_oauth_tokens"] });
  const form = "grant_type=client_credentials";
  const headers = {
    authorization: `Basic ${btoa(`${poorClient.id}:${poorClient.secret}`)}`,
    "content-type": "application/x-www-form-urlencoded",
  };
  poor = (await send("POST", "/oauth/token", { body: form, headers })).body.access_token;
});

describe.each(calls)("$method $path", ({ method, path }) => {
  test("without a token, with an expired one, with insufficient scope", async () => {
    for (const token of [undefined, "nonsense"]) {
      const reply = await send(method, path, token === undefined ? {} : { token });
      expect([reply.status, reply.body.error]).toEqual([401, "invalid_token"]);
    }
    const reply = await send(method, path, { token: poor });
    expect([reply.status, reply.body.error]).toEqual([403, "insufficient_scope"]);
    expect(reply.body.message).toMatch(/^Insufficient scope\. One of the following scopes is missing: /);
    const challenge = 'Bearer realm="commercetools", error="insufficient_scope"';
    expect(reply.headers.get("www-authenticate")).toBe(challenge);
  });
});

const isPersonal = ({ path }: { path: string }) =>
  /^\/me(\/|$)/.test(path) && !/^\/me\/(signup|login|password\/reset|email\/confirm)$/.test(path);
const isForPrograms = ({ path }: { path: string }) => /^\/(carts|orders|payments|customers|login)/.test(path);

test.each(calls.filter(isPersonal))("a program is rejected at $method $path", async ({ method, path }) => {
  const client = await makeClient({ scopes: ["manage_project"] });
  const form = "grant_type=client_credentials";
  const headers = { authorization: `Basic ${btoa(`${client.id}:${client.secret}`)}` };
  const { body } = await send("POST", "/oauth/token", { body: form, headers });
  const reply = await send(method, path, {
    token: body.access_token,
    body: method === "POST" ? {} : undefined,
  });
  expect([reply.status, reply.body.error]).toEqual([403, "insufficient_scope"]);
});

test.each(calls.filter(isForPrograms))("a guest is rejected at $method $path", async ({ method, path }) => {
  const { token } = await guestToken();
  const reply = await send(method, path, { token });
  expect([reply.status, reply.body.error]).toEqual([403, "insufficient_scope"]);
});

test("a refresh token opens no call", async () => {
  const { refreshToken } = await guestToken();
  expect((await send("GET", "/me/carts", { token: refreshToken })).status).toBe(401);
});

test("another project's paths are not found", async () => {
  const token = await serverToken();
  const url = "http://localhost:3000/commercetools/other/carts";
  const response = await shop.serve(new Request(url, { headers: { authorization: `Bearer ${token}` } }));
  expect(response.status).toBe(404);
});

test("pages of every origin may call, and cookies are ignored", async () => {
  const url = "http://localhost:3000/commercetools/demo/me/carts";
  const asked = await shop.serve(new Request(url, { method: "OPTIONS" }));
  expect(asked.status).toBe(204);
  expect(asked.headers.get("access-control-allow-headers")).toContain("authorization");
  expect(asked.headers.has("access-control-allow-credentials")).toBe(false);
  const headers = { "x-correlation-id": "cart-page-0001" };
  const { headers: answered } = await send("GET", "/me/carts", { headers });
  expect(answered.get("access-control-allow-origin")).toBe("*");
  expect(answered.get("x-correlation-id")).toBe("cart-page-0001");
  const { headers: own } = await send("GET", "/me/carts");
  expect(own.get("x-correlation-id")).toBe(own.get("x-request-id"));
});

test("every error has an entry", async () => {
  for (const path of [
    "",
    "/",
    "/me/carts/%",
    "/carts/key=",
    "/carts/key=%00",
    "/carts/nonsense",
    "/me/carts/a/b/c",
  ]) {
    const { status, body } = await send("GET", path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body.errors.length).toBeGreaterThan(0);
    expect(body.message).toBe(body.errors[0].message);
  }
  expect((await send("DELETE", "/me/active-cart")).status).toBe(405);
});

test("an address that is not covered is not found, whatever is sent there", async () => {
  const token = await serverToken();
  for (const path of ["/orders/search", "/orders/import", "/customers/search", "/payments/search"]) {
    const { status, body } = await send("POST", path, { token, body: { query: {} } });
    expect([status, body.errors[0].code]).toEqual([404, "ResourceNotFound"]);
  }
});

test("input that PostgreSQL would reject is rejected before it gets there", async () => {
  const token = await serverToken();
  const { token: own } = await guestToken();
  const nul = "\u0000";
  const replies = [
    await send("GET", "/orders/order-number=%00", { token }),
    await send("GET", `/carts?where=${encodeURIComponent(`anonymousId = "${nul}"`)}`, { token }),
    await send("POST", "/carts", { token, body: { currency: "USD", anonymousId: nul } }),
    await send("POST", "/login", { token, body: { email: nul, password: nul } }),
    await send("POST", "/me/signup", { token: own, body: { email: `${nul}@example.com`, password: nul } }),
    await send("POST", "/me/orders", { token: own, body: { id: nul, version: 1 } }),
    await send("POST", "/me/carts", { token: own, body: { currency: "USD", lineItems: [{ sku: nul }] } }),
  ];
  for (const { status } of replies) expect([400, 404]).toContain(status);
});
