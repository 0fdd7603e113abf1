import { beforeEach, expect, test } from "vitest";
import { listOrders } from "#lib/dialects/store-api/routes/orders.ts";
import { db } from "#lib/platform/database/db.ts";
import { openAuth, postAuth, signInFrom, signUpFrom, startGuestBrowser } from "#test/support/accounts.ts";
import { call } from "#test/support/call.ts";
import { guestEmail } from "#test/support/checkout.ts";
import { openInbox } from "#test/support/inbox.ts";
import { password, signUp } from "#test/support/sessions.ts";

const inbox = await openInbox();

beforeEach(() => {
  inbox.received.length = 0;
});

const isLive = async (token: string) => (await call(listOrders, { session: { token } })).status === 200;
const resetToken = async (email: string) =>
  (await inbox.linkTo(email, "/reset-password/")).pathname.split("/").at(-1) ?? "";
const reset = (token: string, newPassword: string) => postAuth("/reset-password", { token, newPassword });

test("a new account is signed in, unverified, and gets one mail to verify its address", async () => {
  const email = guestEmail();
  const { status, token, body } = await signUpFrom(undefined, email);
  expect(status).toBe(200);
  expect(body.user).toMatchObject({ email, emailVerified: false, isAnonymous: false });
  expect(await isLive(token)).toBe(true);
  expect(inbox.received.map(({ recipients }) => recipients)).toEqual([[email]]);
});

test("neither the password nor a session's cookie is in the database", async () => {
  const { cookie } = await signUpFrom(undefined, guestEmail());
  const everything = JSON.stringify([await db.account.findMany(), await db.session.findMany()]);
  expect(everything).not.toContain(password);
  expect(everything).not.toContain(cookie?.split("=")[1]);
});

test("signing out ends the session: its cookie and token are invalid", async () => {
  const { cookie, token } = await signUpFrom(undefined, guestEmail());
  const out = await postAuth("/sign-out", {}, { cookie: cookie ?? "" });
  expect([out.status, out.cookie]).toEqual([200, ""]);
  expect(await isLive(token)).toBe(false);
  expect((await call(listOrders, { headers: { cookie: cookie ?? "" } })).status).toBe(401);
});

test("a wrong password and an unknown address get the same answer and no session", async () => {
  const { email } = await signUp();
  const wrong = await signInFrom(undefined, email, "not the password");
  const unknown = await signInFrom(undefined, guestEmail());
  for (const reply of [wrong, unknown]) {
    expect([reply.status, reply.cookie, reply.token]).toEqual([401, null, ""]);
    expect(reply.body).toEqual({ code: "INVALID_EMAIL_OR_PASSWORD", message: "Invalid email or password" });
  }
});

test("of sign-ups with one address at the same moment one opens the account, and the others are told that there is one", async () => {
  const email = guestEmail();
  const replies = await Promise.all(Array.from({ length: 5 }, () => signUpFrom(undefined, email)));
  const codes = replies.map(({ status, body }) => (status === 200 ? "opened" : body.code)).sort();
  expect(codes).toEqual([...Array(4).fill("USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL"), "opened"]);
  const later = await signUpFrom(undefined, email);
  const refused = replies.find(({ status }) => status !== 200);
  expect([refused?.status, refused?.body]).toEqual([later.status, later.body]);
});

test("an address signs in in any spelling, and cannot be registered twice", async () => {
  const { email } = await signUp();
  expect((await signInFrom(undefined, email.toUpperCase())).status).toBe(200);
  expect((await signUpFrom(undefined, email.toUpperCase())).status).toBe(422);
  expect(await db.user.count({ where: { email: { equals: email, mode: "insensitive" } } })).toBe(1);
});

test("ten concurrent sign-ups with one address create one account", async () => {
  const email = guestEmail();
  const replies = await Promise.all(Array.from({ length: 10 }, () => signUpFrom(undefined, email)));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(replies.filter(({ status }) => status >= 500)).toEqual([]);
  expect(await db.user.count({ where: { email } })).toBe(1);
});

test("the verification link verifies without signing in; a second click does no harm", async () => {
  const { email, userId } = await signUp();
  const link = await inbox.linkTo(email, "/auth/verify-email");
  for (const _ of [1, 2]) {
    const opened = await openAuth(link.href);
    expect([opened.status, opened.cookie, opened.headers.get("location")]).toEqual([
      302,
      null,
      "/account?verified=1",
    ]);
  }
  expect(await db.user.findUnique({ where: { id: userId } })).toMatchObject({ emailVerified: true });
});

test("a verification link works even if a mail program has changed it", async () => {
  for (const touch of [
    (href: string) => `${href}.`,
    (href: string) => `${href}%3E`,
    (href: string) => `${href.slice(0, -20)}%0D%0A${href.slice(-20)}`,
  ]) {
    const { email, userId } = await signUp();
    const link = await inbox.linkTo(email, "/auth/verify-email");
    expect((await openAuth(touch(link.href))).headers.get("location")).toBe("/account?verified=1");
    expect(await db.user.findUnique({ where: { id: userId } })).toMatchObject({ emailVerified: true });
  }
});

test("a forged verification link verifies nothing and says so", async () => {
  const { email, userId } = await signUp();
  const link = await inbox.linkTo(email, "/auth/verify-email");
  const token = link.searchParams.get("token") ?? "";
  link.searchParams.set("token", `${token.slice(0, -3)}abc`);
  expect((await openAuth(link.href)).headers.get("location")).toMatch(/^\/account\?.*error=/i);
  expect(await db.user.findUnique({ where: { id: userId } })).toMatchObject({ emailVerified: false });
});

test("a new password works, the old one does not, and every earlier session ends", async () => {
  const { email, token } = await signUp();
  const { token: elsewhere } = await signInFrom(undefined, email);
  await postAuth("/request-password-reset", { email });
  expect((await reset(await resetToken(email), "another password")).status).toBe(200);
  expect([await isLive(token), await isLive(elsewhere)]).toEqual([false, false]);
  expect((await signInFrom(undefined, email)).status).toBe(401);
  expect((await signInFrom(undefined, email, "another password")).status).toBe(200);
});

test("a reset link works once, until it expires, and only with a long enough password", async () => {
  const { email, userId } = await signUp();
  await postAuth("/request-password-reset", { email });
  const token = await resetToken(email);
  expect((await reset(token, "short")).status).toBe(400);
  expect((await reset(token, "another password")).status).toBe(200);
  expect((await reset(token, "yet another one")).status).toBe(400);
  inbox.received.length = 0;
  await postAuth("/request-password-reset", { email });
  const later = await resetToken(email);
  await db.verification.updateMany({
    where: { value: userId },
    data: { expiresAt: new Date(Date.now() - 1000) },
  });
  expect((await reset(later, "yet another one")).status).toBe(400);
});

test("a password reset for an unknown address gets the same answer and sends no mail", async () => {
  const { email } = await signUp();
  const known = await postAuth("/request-password-reset", { email });
  const unknown = await postAuth("/request-password-reset", { email: guestEmail() });
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  await inbox.linkTo(email, "/reset-password/");
  expect(inbox.received.filter(({ raw }) => raw.includes("reset-password"))).toHaveLength(1);
});

test("a guest's placeholder address gets no mail and no new password", async () => {
  const { userId } = await startGuestBrowser();
  const { email } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  await postAuth("/request-password-reset", { email });
  await postAuth("/send-verification-email", { email });
  expect(inbox.received).toEqual([]);
});

test("every sign-in creates a new session id and ends the browser's old session", async () => {
  const guest = await startGuestBrowser();
  const { email } = await signUp();
  const first = await signInFrom({ cookie: guest.cookie }, email);
  const second = await signInFrom({ cookie: first.cookie ?? "" }, email);
  expect(new Set([guest.token, first.token, second.token]).size).toBe(3);
  expect(await Promise.all([guest.token, first.token, second.token].map(isLive))).toEqual([
    false,
    false,
    true,
  ]);
});

test("a customer with a cookie who requests a guest session keeps the account's session", async () => {
  const { cookie, body } = await signUpFrom(undefined, guestEmail());
  const asked = await postAuth("/sign-in/anonymous", {}, { cookie: cookie ?? "" });
  expect([asked.status, asked.cookie]).toEqual([200, null]);
  expect(asked.body.user).toMatchObject({ id: (body.user as { id: string }).id, isAnonymous: false });
});

test("a guest who requests a guest session again stays the same guest", async () => {
  const guest = await startGuestBrowser();
  const asked = await postAuth("/sign-in/anonymous", {}, { cookie: guest.cookie });
  expect([asked.status, asked.cookie]).toEqual([400, null]);
  expect(await isLive(guest.token)).toBe(true);
});
