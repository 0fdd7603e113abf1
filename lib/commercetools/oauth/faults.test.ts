import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { askToken, shopScopes } from "#lib/testing/commercetools/call.ts";
import { makeClient } from "#lib/testing/commercetools/clients.ts";

test("a guest's session starts with its tokens or not at all, so its id can be asked for again", async () => {
  const anonymousId = `phone-${randomUUID()}`;
  const client = await makeClient();
  const form = `grant_type=client_credentials&scope=${shopScopes}&anonymous_id=${anonymousId}`;
  const ask = () => askToken("/oauth/demo/anonymous/token", form, client);
  await db.$executeRawUnsafe(`create function refuse_refresh() returns trigger language plpgsql as
    $$ begin raise exception 'broken on purpose'; end $$`);
  await db.$executeRawUnsafe(`create trigger refuse_refresh before insert on oauth_token
    for each row when (new.kind = 'refresh') execute function refuse_refresh()`);
  try {
    expect((await ask()).status).toBe(500);
  } finally {
    await db.$executeRawUnsafe("drop function refuse_refresh cascade");
  }
  expect(await db.oAuthToken.count({ where: { anonymousId } })).toBe(0);
  expect((await ask()).status).toBe(200);
});
