import { beforeEach, expect, test } from "vitest";
import { listOrders } from "#lib/dialects/store-api/routes/orders.ts";
import { db } from "#lib/platform/database/db.ts";
import { postAuth, signInFrom, signUpFrom } from "#test/support/accounts.ts";
import { whileBroken } from "#test/support/broken.ts";
import { call } from "#test/support/call.ts";
import { guestEmail } from "#test/support/checkout.ts";
import { askToken, send, shopScopes } from "#test/support/commercetools/call.ts";
import { makeClient } from "#test/support/commercetools/clients.ts";
import { openInbox } from "#test/support/inbox.ts";
import { password } from "#test/support/sessions.ts";

const inbox = await openInbox();

beforeEach(() => {
  inbox.received.length = 0;
});

const newPassword = "another password";
const isLive = async (token: string) => (await call(listOrders, { session: { token } })).status === 200;
const reset = (token: string) => postAuth("/reset-password", { token, newPassword });

async function askForReset(email: string): Promise<string> {
  inbox.received.length = 0;
  await postAuth("/request-password-reset", { email });
  return (await inbox.linkTo(email, "/reset-password/")).pathname.split("/").at(-1) ?? "";
}

/** An account with two sessions, a program's token and two reset links. */
async function openEverywhere() {
  const email = guestEmail();
  const { cookie, token, body } = await signUpFrom(undefined, email);
  const elsewhere = await signInFrom(undefined, email);
  const client = await makeClient();
  const form = `grant_type=password&username=${encodeURIComponent(email)}&password=${encodeURIComponent(password)}&scope=${shopScopes}`;
  const program = (await askToken("/oauth/demo/customers/token", form, client)).body;
  const links = [await askForReset(email), await askForReset(email)];
  const { id } = body.user as { id: string };
  // Stored like a module's own link.
  await db.verification.create({
    data: { identifier: `order-claim:${id}`, value: "x", expiresAt: new Date(Date.now() + 60_000) },
  });

  async function open() {
    const access = await send("GET", "/me", { token: program.access_token });
    const refreshed = await askToken(
      "/oauth/token",
      `grant_type=refresh_token&refresh_token=${program.refresh_token}`,
      client,
    );
    const sessions = [await isLive(token), await isLive(elsewhere.token)];
    const rows = await db.verification.count({
      where: { OR: [{ value: id }, { identifier: { endsWith: id } }] },
    });
    return {
      access: access.status,
      refreshed: refreshed.body.error ?? refreshed.status,
      sessions,
      links: rows,
    };
  }

  return { email, cookie: cookie ?? "", token, links, open };
}

const allClosed = { access: 401, refreshed: "invalid_grant", sessions: [false, false], links: 0 };

test.each([
  ["asks for it", { revokeOtherSessions: true }],
  ["asks for the opposite", { revokeOtherSessions: false }],
  ["does not ask", {}],
])(
  "a changed password ends all access of the old one if the caller %s, and the caller stays signed in",
  async (_, more) => {
    const { cookie, links, open } = await openEverywhere();
    const before = await open();
    expect(before).toEqual({ access: 200, refreshed: 200, sessions: [true, true], links: 3 });
    const body = { currentPassword: password, newPassword, ...more };
    const changed = await postAuth("/change-password", body, { cookie });
    expect(changed.status).toBe(200);
    expect(await open()).toEqual(allClosed);
    expect(await isLive(changed.token)).toBe(true);
    expect((await call(listOrders, { headers: { cookie: changed.cookie ?? "" } })).status).toBe(200);
    for (const link of links) expect((await reset(link)).body.code).toBe("INVALID_TOKEN");
  },
);

test("a password is not changed if its access cannot be ended, and the next try completes", async () => {
  const { cookie, open } = await openEverywhere();
  const before = await open();
  const body = { currentPassword: password, newPassword };
  const change = () => postAuth("/change-password", body, { cookie });
  const failed = await whileBroken({ on: "delete", table: "oauth_token" }, change);
  expect(failed.status).toBe(500);
  expect(await open()).toEqual(before);
  expect((await change()).status).toBe(200);
  expect(await open()).toEqual(allClosed);
});

test("a program that changes the password by its bearer token gets a new one", async () => {
  const { token, open } = await openEverywhere();
  const body = { currentPassword: password, newPassword };
  const changed = await postAuth("/change-password", body, { token, userId: "" });
  expect(await open()).toEqual(allClosed);
  expect(await isLive(changed.token)).toBe(true);
});

test("using a reset link ends all access of the old password, and the other links", async () => {
  const { email, links, open } = await openEverywhere();
  expect((await reset(links[0] ?? "")).status).toBe(200);
  expect(await open()).toEqual(allClosed);
  for (const link of links) expect((await reset(link)).body.code).toBe("INVALID_TOKEN");
  expect((await signInFrom(undefined, email, newPassword)).status).toBe(200);
});

test("a wrong current password ends nothing", async () => {
  const { cookie, open } = await openEverywhere();
  const body = { currentPassword: "not the password", newPassword };
  expect((await postAuth("/change-password", body, { cookie })).status).toBe(400);
  expect(await open()).toEqual({ access: 200, refreshed: 200, sessions: [true, true], links: 3 });
});

test("ending the sessions of an account ends its programs' tokens too; mailed links stay valid", async () => {
  const others = await openEverywhere();
  expect((await postAuth("/revoke-other-sessions", {}, { cookie: others.cookie })).status).toBe(200);
  expect(await others.open()).toEqual({ ...allClosed, sessions: [true, false], links: 3 });
  const all = await openEverywhere();
  expect((await postAuth("/revoke-sessions", {}, { cookie: all.cookie })).status).toBe(200);
  expect(await all.open()).toEqual({ ...allClosed, links: 3 });
});
