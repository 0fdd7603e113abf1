import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#lib/platform/db.ts";
import { sha256 } from "#lib/platform/secrets.ts";
import {
  askToken,
  guestToken,
  type Reply,
  send,
  serverToken,
  shopScopes,
} from "#test/support/commercetools/call.ts";
import { makeClient } from "#test/support/commercetools/clients.ts";
import { password, signUp } from "#test/support/sessions.ts";

const anonymous = "/oauth/demo/anonymous/token";
const asked = `grant_type=client_credentials&scope=${shopScopes}`;

function expectOAuthError(reply: Reply, status: number, code: string, message: string) {
  expect(reply.status).toBe(status);
  expect(reply.body).toEqual({
    statusCode: status,
    message,
    errors: [{ code, message }],
    error: code,
    error_description: message,
  });
}

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

test("a refresh gives a new access token with the same scopes, and keeps the refresh token", async () => {
  const client = await makeClient();
  const first = (await askToken(anonymous, asked, client)).body;
  const form = `grant_type=refresh_token&refresh_token=${encodeURIComponent(first.refresh_token)}`;
  for (const path of ["/oauth/token", anonymous]) {
    const { status, body } = await askToken(path, form, client);
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: "Bearer", scope: first.scope });
    expect(body).not.toHaveProperty("refresh_token");
    expect(body.access_token).not.toBe(first.access_token);
  }
});

test("a refresh token that is unknown, another client's or unused for too long is not found", async () => {
  const client = await makeClient();
  const { refreshToken } = await guestToken(undefined, client);
  const message = "The refresh token was not found. It may have expired.";
  const form = (token: string) => `grant_type=refresh_token&refresh_token=${token}`;
  expectOAuthError(await askToken("/oauth/token", form("nonsense"), client), 400, "invalid_grant", message);
  const stolen = await askToken("/oauth/token", form(refreshToken), await makeClient());
  expectOAuthError(stolen, 400, "invalid_grant", message);
  const where = { tokenHash: sha256(refreshToken) };
  await db.oAuthToken.updateMany({ where, data: { expiresAt: new Date(Date.now() - 1000) } });
  expectOAuthError(await askToken("/oauth/token", form(refreshToken), client), 400, "invalid_grant", message);
});

test("using a refresh token restarts its inactivity period", async () => {
  const client = await makeClient();
  const { refreshToken } = await guestToken(undefined, client);
  const where = { tokenHash: sha256(refreshToken) };
  const soon = new Date(Date.now() + 60_000);
  await db.oAuthToken.updateMany({ where, data: { expiresAt: soon } });
  await askToken("/oauth/token", `grant_type=refresh_token&refresh_token=${refreshToken}`, client);
  const { expiresAt } = await db.oAuthToken.findUniqueOrThrow({ where });
  expect(expiresAt.getTime()).toBeGreaterThan(soon.getTime());
});

test("client credentials give no refresh token", async () => {
  const { status, body } = await askToken("/oauth/token", asked, await makeClient());
  expect(status).toBe(200);
  expect(body).not.toHaveProperty("refresh_token");
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

test("with a refresh token, the access tokens of its session are revoked, and no others", async () => {
  const client = await makeClient();
  const { email } = await signUp();
  const form = `grant_type=password&username=${encodeURIComponent(email)}&password=${password}`;
  const session = async () => (await askToken("/oauth/demo/customers/token", form, client)).body;
  const [phone, laptop] = [await session(), await session()];
  const refresh = `grant_type=refresh_token&refresh_token=${phone.refresh_token}`;
  const { body: refreshed } = await askToken("/oauth/token", refresh, client);
  await askToken("/oauth/token/revoke", `token=${phone.refresh_token}`, client);
  const opens = ({ access_token: token }: { access_token: string }) => send("GET", "/me", { token });
  expect((await opens(phone)).status).toBe(401);
  expect((await opens(refreshed)).status).toBe(401);
  expect((await opens(laptop)).status).toBe(200);
});

test("a revoked token opens nothing", async () => {
  const client = await makeClient();
  const token = await serverToken(client);
  expect((await askToken("/oauth/token/revoke", `token=${token}`, client)).status).toBe(200);
  expect((await askToken("/oauth/introspect", `token=${token}`, client)).body.active).toBe(false);
});

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
