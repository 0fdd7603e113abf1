import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { sha256 } from "#lib/platform/secrets.ts";
import { askToken, guestToken, send, shopScopes } from "#test/support/commercetools/call.ts";
import { makeClient } from "#test/support/commercetools/clients.ts";
import { expectOAuthError } from "#test/support/commercetools/oauth-error.ts";
import { password, signUp } from "#test/support/sessions.ts";

const anonymous = "/oauth/demo/anonymous/token";
const asked = `grant_type=client_credentials&scope=${shopScopes}`;

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
