import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { sha256 } from "#lib/platform/secrets.ts";
import { askToken, guestToken, send, serverToken, shopScopes } from "#test/support/commercetools/call.ts";
import { makeClient } from "#test/support/commercetools/clients.ts";
import { expectOAuthError } from "#test/support/commercetools/oauth-error.ts";
import { password, signUp } from "#test/support/sessions.ts";

const anonymous = "/oauth/demo/anonymous/token";
const asked = `grant_type=client_credentials&scope=${shopScopes}`;

test("an anonymous session gets an access token for 48 hours and a refresh token of the project", async () => {
  const { status, body, headers } = await askToken(anonymous, asked, await makeClient());
  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: "Bearer", expires_in: 172_800 });
  expect(body.refresh_token).toMatch(/^demo:.{43}$/);
  for (const scope of shopScopes.split(" ")) expect(body.scope.split(" ")).toContain(scope);
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.has("set-cookie")).toBe(false);
});

test("the database stores only hashes of tokens", async () => {
  const { token } = await guestToken();
  expect(await db.oAuthToken.count({ where: { tokenHash: sha256(token) } })).toBe(1);
  expect(await db.oAuthToken.count({ where: { tokenHash: token } })).toBe(0);
});

test("an id in use is rejected", async () => {
  const client = await makeClient();
  const id = `phone-${randomUUID()}`;
  await guestToken(id, client);
  const again = await askToken(anonymous, `${asked}&anonymous_id=${id}`, client);
  expectOAuthError(again, 400, "invalid_request", "The anonymousId is already in use.");
});

test("of requests for an id at once one gets it, and the others leave neither a guest nor a token", async () => {
  const client = await makeClient();
  const id = `phone-${randomUUID()}`;
  const ask = () => askToken(anonymous, `${asked}&anonymous_id=${id}`, client);
  const replies = await Promise.all([ask(), ask(), ask(), ask(), ask()]);
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 400, 400, 400, 400]);
  for (const reply of replies.filter(({ status }) => status === 400))
    expectOAuthError(reply, 400, "invalid_request", "The anonymousId is already in use.");
  expect(await db.user.count({ where: { anonymousId: id } })).toBe(1);
  expect(await db.oAuthToken.count({ where: { clientId: client.id } })).toBe(2);
});

test("a repeated parameter is rejected: an id that was not encoded cannot set another one", async () => {
  const client = await makeClient();
  for (const more of ["&scope=manage_my_orders:demo", "&grant_type=password"]) {
    const reply = await askToken(anonymous, `${asked}&anonymous_id=${randomUUID()}${more}`, client);
    const [name] = more.slice(1).split("=");
    expectOAuthError(reply, 400, "invalid_request", `Repeated parameter: ${name}.`);
  }
});

test("no id adds a scope to those of its token", async () => {
  const client = await makeClient();
  const id = `phone-${randomUUID()}`;
  const { token } = await guestToken(`${id}%20manage_project:demo%C2%A0%C3%BC%25`, client);
  const { body } = await askToken("/oauth/introspect", `token=${token}`, client);
  expect(body.scope).toBe(`${shopScopes} anonymous_id:${id}%20manage_project:demo%C2%A0%C3%BC%25`);
});

test("of ten requests for one id, one gets it", async () => {
  const client = await makeClient();
  const form = `${asked}&anonymous_id=${randomUUID()}-phone`;
  const replies = await Promise.all(Array.from({ length: 10 }, () => askToken(anonymous, form, client)));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
});

test("a client authenticates with HTTP Basic", async () => {
  const client = await makeClient();
  const message = "Please provide valid client credentials using HTTP Basic Authentication.";
  const without = await askToken(anonymous, asked);
  expectOAuthError(without, 401, "invalid_client", message);
  expect(without.headers.get("www-authenticate")).toMatch(/^Basic /);
  const wrong = { ...client, secret: "wrong" };
  expectOAuthError(await askToken(anonymous, asked, wrong), 401, "invalid_client", message);
  const unknown = { ...client, id: "nobody" };
  expectOAuthError(await askToken("/oauth/token", asked, unknown), 401, "invalid_client", message);
});

test("a scope that is unknown, or exceeds the client's, is rejected", async () => {
  const client = await makeClient({ scopes: ["view_products", "create_anonymous_token"] });
  for (const scope of ["invalid_scope", "manage_orders:demo", "view_products:other", "view_products"]) {
    const reply = await askToken("/oauth/token", `grant_type=client_credentials&scope=${scope}`, client);
    expectOAuthError(reply, 400, "invalid_scope", "Malformed parameter: scope: Invalid scope.");
  }
});

test("a storefront may ask for all scopes of commercetools' templates, as far as its client has them", async () => {
  const template = [
    "view_messages",
    "view_audit_log",
    "view_connectors_deployments",
    "manage_customer_groups",
  ];
  const scope = ["view_products", ...template].map((name) => `${name}:demo`).join(" ");
  const form = `grant_type=client_credentials&scope=${scope}`;
  for (const scopes of [["manage_project"], ["view_products", ...template]]) {
    const { body } = await askToken("/oauth/token", form, await makeClient({ scopes }));
    expect(body.scope).toBe(scope);
    expect((await send("GET", "/orders", { token: body.access_token })).body.error).toBe(
      "insufficient_scope",
    );
  }
  const few = await makeClient({ scopes: ["view_products"] });
  expect((await askToken("/oauth/token", form, few)).body.error).toBe("invalid_scope");
});

test("without a requested scope a shopper's token opens the storefront and nothing else, a program's everything", async () => {
  const client = await makeClient();
  const { email } = await signUp();
  const byPassword = `grant_type=password&username=${email}&password=${password}`;
  const storefront = `${shopScopes.replace(" ", " view_published_products:demo ")} view_project_settings:demo`;
  for (const [path, form] of [
    [anonymous, "grant_type=client_credentials"],
    ["/oauth/demo/customers/token", byPassword],
  ] as const) {
    const { body } = await askToken(path, form, client);
    expect(body.scope.split(" ").slice(0, -1).join(" ")).toBe(storefront);
    for (const list of ["/carts", "/orders", "/payments", "/customers"]) {
      expect((await send("GET", list, { token: body.access_token })).body.error).toBe("insufficient_scope");
    }
    expect((await send("GET", "/me/carts", { token: body.access_token })).status).toBe(200);
    const refreshed = `grant_type=refresh_token&refresh_token=${body.refresh_token}`;
    expect((await askToken("/oauth/token", refreshed, client)).body.scope).toBe(body.scope);
  }
  const { body } = await askToken("/oauth/token", "grant_type=client_credentials", client);
  expect((await send("GET", "/orders", { token: body.access_token })).status).toBe(200);
});

test("a client without create_anonymous_token cannot start a session", async () => {
  const client = await makeClient({ scopes: ["manage_my_orders"] });
  const reply = await askToken(anonymous, "grant_type=client_credentials", client);
  expect(reply.status).toBe(403);
  expect(reply.body.error).toBe("insufficient_scope");
});

test("a password gives a customer's tokens, in any spelling of the address; a wrong one does not", async () => {
  const client = await makeClient();
  const { email } = await signUp();
  const path = "/oauth/demo/customers/token";
  const form = `grant_type=password&username=${encodeURIComponent(email.toUpperCase())}`;
  const good = await askToken(path, `${form}&password=${encodeURIComponent(password)}`, client);
  expect(good.status).toBe(200);
  expect(good.body.refresh_token).toMatch(/^demo:/);
  const message = "Customer account with the given credentials not found.";
  const bad = await askToken(path, `${form}&password=wrong`, client);
  expectOAuthError(bad, 400, "invalid_customer_account_credentials", message);
  const unknown = await askToken(path, "grant_type=password&username=nobody@example.com&password=x", client);
  expectOAuthError(unknown, 400, "invalid_customer_account_credentials", message);
});

test("introspection distinguishes valid and invalid tokens", async () => {
  const client = await makeClient();
  const { token } = await guestToken(undefined, client);
  const live = await askToken("/oauth/introspect", `token=${token}`, client);
  expect(live.body).toEqual({ active: true, scope: expect.any(String), exp: expect.any(Number) });
  const dead = await askToken("/oauth/introspect", "token=nonsense", client);
  expect([dead.status, dead.body]).toEqual([200, { active: false }]);
});

test("a revoked token opens nothing", async () => {
  const client = await makeClient();
  const token = await serverToken(client);
  expect((await askToken("/oauth/token/revoke", `token=${token}`, client)).status).toBe(200);
  expect((await askToken("/oauth/introspect", `token=${token}`, client)).body.active).toBe(false);
});

test.each(["access_token", "refresh_token", "id_token", ""])(
  "a token is revoked with the hint '%s', too",
  async (hint) => {
    const client = await makeClient();
    const { token } = await guestToken(undefined, client);
    const form = `token=${token}&token_type_hint=${hint}`;
    expect(await askToken("/oauth/token/revoke", form, client)).toMatchObject({ status: 200, body: {} });
    expect((await send("GET", "/me/carts", { token })).status).toBe(401);
  },
);

test("grant types that are missing or unknown", async () => {
  const client = await makeClient();
  expect((await askToken("/oauth/token", "", client)).body.error).toBe("invalid_request");
  expect((await askToken("/oauth/token", "grant_type=magic", client)).body.error).toBe(
    "unsupported_grant_type",
  );
});

test("an unknown address answers in the dialect's shape", async () => {
  const { status, body } = await send("GET", "/nothing-here");
  expect(status).toBe(404);
  expect(body.errors).toMatchObject([{ code: "ResourceNotFound" }]);
});
