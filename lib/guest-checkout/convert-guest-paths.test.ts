import { expect, test } from "vitest";
import { listOrders } from "#lib/dialects/store-api/routes/orders.ts";
import { trackOrder } from "#lib/guest-checkout/routes.ts";
import { db } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { rowsOf } from "#test/privacy/rows.ts";
import { openAuth, postAuth, signInFrom, signUpFrom, startGuestBrowser } from "#test/support/accounts.ts";
import { call } from "#test/support/call.ts";
import { guestEmail } from "#test/support/checkout.ts";
import { orderOf } from "#test/support/expect.ts";
import { openInbox } from "#test/support/inbox.ts";
import { password, signUp } from "#test/support/sessions.ts";
import { mintLookupToken } from "./lookup-token.ts";
import { makeFullGuest } from "./testing/full-guest.ts";

const inbox = await openInbox();

const orderCount = (userId: string) => db.order.count({ where: { userId } });
const userIdOf = async (email: string) => (await db.user.findUniqueOrThrow({ where: { email } })).id;

/** The orders that a browser with this cookie sees in the account. */
async function ordersSeenBy(cookie: string | null): Promise<unknown> {
  const { body } = await call(listOrders, { headers: { cookie: cookie ?? "" } });
  return (body.metadata as { total?: number } | undefined)?.total;
}

/** A guest in a browser with all kinds of data, and the state before. */
async function guestInBrowser() {
  const browser = await startGuestBrowser();
  const guest = await makeFullGuest(browser);
  return { ...guest, browser, before: await rowsOf(browser.userId) };
}

async function expectUntouched({ browser, before }: Awaited<ReturnType<typeof guestInBrowser>>) {
  expect(await rowsOf(browser.userId)).toEqual(before);
  expect((await call(listOrders, { session: browser })).body.metadata).toMatchObject({ total: 1 });
}

test.each(["cookie", "bearer token"])("signing up with the guest's %s converts the guest", async (kind) => {
  const { browser } = await guestInBrowser();
  const email = guestEmail();
  const held =
    kind === "cookie" ? { cookie: browser.cookie } : { token: browser.token, userId: browser.userId };
  const { status, cookie } = await signUpFrom(held, email);
  expect(status).toBe(200);
  expect(cookie).toMatch(/^better-auth\.session_token=./);
  expect(await orderCount(await userIdOf(email))).toBe(1);
  expect(await rowsOf(browser.userId)).toEqual({});
});

test.each(["cookie", "bearer token"])("signing in with the guest's %s converts the guest", async (kind) => {
  const account = await signUp();
  const { browser } = await guestInBrowser();
  const held =
    kind === "cookie" ? { cookie: browser.cookie } : { token: browser.token, userId: browser.userId };
  expect((await signInFrom(held, account.email)).status).toBe(200);
  expect(await orderCount(account.userId)).toBe(1);
  expect(await rowsOf(browser.userId)).toEqual({});
});

test("a stranger who signs up with a victim's address gets nothing when the victim opens the verification link", async () => {
  const guest = await guestInBrowser();
  const stranger = await signUp(guest.email);
  const link = await inbox.linkTo(guest.email, "/auth/verify-email");
  const opened = await openAuth(link.href, { cookie: guest.browser.cookie });
  expect(opened.status).toBe(302);
  expect(opened.cookie).toBeNull();
  expect(await db.user.findUnique({ where: { id: stranger.userId } })).toMatchObject({ emailVerified: true });
  await expectUntouched(guest);
  await signInFrom(undefined, guest.email);
  await expectUntouched(guest);
  expect(await orderCount(stranger.userId)).toBe(0);
});

test("choosing a new password moves nothing; signing in with it converts the guest", async () => {
  const account = await signUp();
  const guest = await guestInBrowser();
  const held = { cookie: guest.browser.cookie };
  expect((await postAuth("/request-password-reset", { email: account.email }, held)).status).toBe(200);
  const token = (await inbox.linkTo(account.email, "/reset-password/")).pathname.split("/").at(-1);
  const reset = await postAuth("/reset-password", { token, newPassword: "another password" }, held);
  expect([reset.status, reset.cookie]).toEqual([200, null]);
  await expectUntouched(guest);
  expect((await signInFrom(held, account.email, password)).status).toBe(401);
  await expectUntouched(guest);
  expect((await signInFrom(held, account.email, "another password")).status).toBe(200);
  expect(await orderCount(account.userId)).toBe(1);
});

test("a second account in the same browser gets nothing that the first one got", async () => {
  const accounts = [await signUp(), await signUp()] as const;
  const { browser } = await guestInBrowser();
  const first = await signInFrom({ cookie: browser.cookie }, accounts[0].email);
  const second = await signInFrom({ cookie: first.cookie ?? "" }, accounts[1].email);
  expect(second.status).toBe(200);
  expect(await Promise.all(accounts.map(({ userId }) => orderCount(userId)))).toEqual([1, 0]);
});

test("an expired guest session is not converted, without an error; the link still opens the order", async () => {
  const account = await signUp();
  const { browser, order } = await guestInBrowser();
  const token = await mintLookupToken({ linkSecret: env.GUEST_LINK_SECRET, orderId: order.id });
  await db.session.updateMany({
    where: { token: browser.token },
    data: { expiresAt: new Date(Date.now() - 1000) },
  });
  const { status, cookie } = await signInFrom({ cookie: browser.cookie }, account.email);
  expect(status).toBe(200);
  expect(await ordersSeenBy(cookie)).toBe(0);
  expect(await orderCount(browser.userId)).toBe(1);
  expect(orderOf(await call(trackOrder, { params: { token } })).id).toBe(order.id);
});

test("signing in after the guest has signed out moves nothing", async () => {
  const account = await signUp();
  const { browser } = await guestInBrowser();
  const out = await postAuth("/sign-out", {}, { cookie: browser.cookie });
  expect(out.status).toBe(200);
  const { status, cookie } = await signInFrom({ cookie: browser.cookie }, account.email);
  expect(status).toBe(200);
  expect(await ordersSeenBy(cookie)).toBe(0);
  expect(await orderCount(browser.userId)).toBe(1);
});

test("signing in again in a guest's browser still requires the password", async () => {
  const account = await signUp();
  const guest = await guestInBrowser();
  for (const given of ["", "wrong", `${password} `])
    expect((await signInFrom({ cookie: guest.browser.cookie }, account.email, given)).status).toBe(401);
  await expectUntouched(guest);
});

test("another site cannot sign a guest in to its own account", async () => {
  const account = await signUp();
  const guest = await guestInBrowser();
  for (const origin of ["https://evil.example", "null"]) {
    const forged = await postAuth(
      "/sign-in/email",
      { email: account.email, password },
      { cookie: guest.browser.cookie, origin },
    );
    expect([forged.status, forged.cookie]).toEqual([403, null]);
  }
  await expectUntouched(guest);
});
