import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { sha256 } from "#lib/platform/secrets.ts";
import { whileBroken } from "#test/support/broken.ts";
import { askToken, guestToken, shopScopes } from "#test/support/commercetools/call.ts";
import { makeClient } from "#test/support/commercetools/clients.ts";

test("a guest's session starts with its tokens or not at all, so its id can be requested again", async () => {
  const anonymousId = `phone-${randomUUID()}`;
  const client = await makeClient();
  const form = `grant_type=client_credentials&scope=${shopScopes}&anonymous_id=${anonymousId}`;
  const ask = () => askToken("/oauth/demo/anonymous/token", form, client);
  const broken = { on: "insert", table: "oauth_token", when: "new.kind = 'refresh'" } as const;
  expect((await whileBroken(broken, ask)).status).toBe(500);
  expect(await db.oAuthToken.count({ where: { anonymousId } })).toBe(0);
  expect((await ask()).status).toBe(200);
});

test("only a successful refresh extends a refresh token", async () => {
  const client = await makeClient();
  const { refreshToken } = await guestToken(undefined, client);
  const where = { tokenHash: sha256(refreshToken) };
  const { expiresAt } = await db.oAuthToken.findFirstOrThrow({ where });
  const ask = () =>
    askToken("/oauth/token", `grant_type=refresh_token&refresh_token=${refreshToken}`, client);
  const failed = await whileBroken({ on: "insert", table: "oauth_token" }, ask);
  expect(failed.status).toBe(500);
  expect(await db.oAuthToken.findFirstOrThrow({ where })).toMatchObject({ expiresAt });
  expect((await ask()).status).toBe(200);
  expect((await db.oAuthToken.findFirstOrThrow({ where })).expiresAt > expiresAt).toBe(true);
});
