import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { storeDocument } from "#lib/dialects/store-api/contract.ts";
import { getCart, setCartAddress as setAddress } from "#lib/dialects/store-api/routes/cart.ts";
import { captureContact } from "#lib/guest-checkout/routes.ts";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { deAddress } from "#test/support/addresses.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { fillCart, guestEmail } from "#test/support/checkout.ts";
import { cartOf, expectFailure, expectInvalid } from "#test/support/expect.ts";
import { interleave } from "#test/support/locks.ts";
import { quickly } from "#test/support/quickly.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";

const contactOf = async (input: Parameters<typeof call>[1]) => cartOf(await call(getCart, input)).contact;

test("without a session: 400 BAD_REQUEST with the message of the specification", async () => {
  const message = "Start a guest session (POST /auth/sign-in/anonymous) before capturing contact details";
  const body = { email: "guest@example.com" };
  expectFailure(await call(captureContact, { body }), "bad_request", message);
  const dead = { token: randomUUID(), userId: newId() };
  expectFailure(await call(captureContact, { session: dead, body }), "bad_request", message);
  expectFailure(await call(captureContact, { cart: "x".repeat(43), body }), "bad_request", message);
});

test("the contract lists the session as optional, and says why", () => {
  const { paths } = storeDocument([captureContact]);
  expect(paths?.[captureContact.path]?.post).toMatchObject({
    security: expect.arrayContaining([{}]),
    description: expect.stringContaining("Without one the answer is 400 BAD_REQUEST"),
  });
});

test("stores email, name and phone in the active cart and returns the cart's token", async () => {
  const session = await startGuestSession();
  const cart = await fillCart(session, { variant: await makeVariant() });
  const email = guestEmail();
  const body = { email: `  ${email} `, name: "  Jane Doe ", phone: " +15551234567 " };
  const reply = await call(captureContact, { session, cart, body });
  expect(reply.body).toEqual({
    data: { email, accountExists: false },
    message: "Success",
    statusCode: 200,
  });
  expect(reply.cart).toBe(cart);
  expect(await contactOf({ session, cart })).toEqual({ email, name: "Jane Doe", phone: "+15551234567" });
});

test("a phone number is stored in international format once its country is known; other text as typed", async () => {
  const session = await startGuestSession();
  const give = (phone: string) =>
    call(captureContact, { session, body: { email: "user@müller.example", phone } }).then(() =>
      contactOf({ session }),
    );
  const email = "user@xn--mller-kva.example";
  expect(await give("+1 (207) 555-0142")).toEqual({ email, name: null, phone: "+12075550142" });
  expect((await give("ring the bell"))?.phone).toBe("ring the bell");
  expect((await give("040 123456"))?.phone).toBe("040 123456");
  await call(setAddress, { session, body: { shippingAddress: deAddress } });
  expect((await contactOf({ session }))?.phone).toBe("+4940123456");
  expect((await give("030 123456"))?.phone).toBe("+4930123456");
});

test("creates a cart if there is none, and returns its token", async () => {
  const session = await startGuestSession();
  const { cart } = await call(captureContact, { session, body: { email: "a@example.com" } });
  expect(await contactOf({ session, cart })).toEqual({ email: "a@example.com", name: null, phone: null });
  expect(await db.cart.count({ where: { userId: session.userId } })).toBe(1);
});

test("without a token it finds the session's cart", async () => {
  const session = await startGuestSession();
  const cart = await fillCart(session, { variant: await makeVariant() });
  expect((await call(captureContact, { session, body: { email: "a@example.com" } })).cart).toBe(cart);
});

test("fields that nobody asked for change nothing", async () => {
  const [session, other] = [await startGuestSession(), await signUp()];
  const cart = await fillCart(session, { variant: await makeVariant() });
  const before = cartOf(await call(getCart, { session, cart }));
  const greed = {
    userId: other.userId,
    anonymousId: other.userId,
    accountExists: true,
    version: 99,
    status: "ordered",
  };
  const email = guestEmail();
  const reply = await call(captureContact, { session, cart, body: { ...greed, email } });
  expect(reply.body.data).toEqual({ email, accountExists: false });
  const row = await db.cart.findUniqueOrThrow({ where: { id: before.id } });
  expect(row).toMatchObject({ userId: session.userId, anonymousId: session.userId, status: "active" });
  expect(row.version).toBe(before.version + 1);
});

test("a second contact replaces the first completely, in the same cart", async () => {
  const session = await startGuestSession();
  const first = await call(captureContact, {
    session,
    body: { email: "a@example.com", name: "A", phone: "1" },
  });
  const second = await call(captureContact, { session, cart: first.cart, body: { email: "b@example.com" } });
  expect(second.cart).toBe(first.cart);
  expect(await contactOf({ session })).toEqual({ email: "b@example.com", name: null, phone: null });
  expect(await db.cart.count({ where: { userId: session.userId } })).toBe(1);
});

test("hints at an account in any spelling, and never at an anonymous user's placeholder address", async () => {
  const session = await startGuestSession();
  const { email } = await signUp(`Mixed.${randomUUID()}@Example.com`);
  const hint = async (typed: string) =>
    (await call(captureContact, { session, body: { email: typed } })).body.data as { accountExists: boolean };
  expect((await hint(email.toUpperCase())).accountExists).toBe(true);
  expect((await hint(` ${email.toLowerCase()} `)).accountExists).toBe(true);
  expect((await hint(guestEmail())).accountExists).toBe(false);
  const anonymous = await db.user.findUniqueOrThrow({ where: { id: session.userId } });
  expect((await hint(anonymous.email)).accountExists).toBe(false);
});

test("is only set on the caller's own cart: somebody else's token leads to the caller's cart", async () => {
  const victim = await startGuestSession();
  const theirs = await call(captureContact, { session: victim, body: { email: "victim@example.com" } });
  const session = await startGuestSession();
  const reply = await call(captureContact, {
    session,
    cart: theirs.cart,
    body: { email: "thief@example.com" },
  });
  expect(reply.cart).not.toBe(theirs.cart);
  expect(await contactOf({ session: victim, cart: theirs.cart })).toMatchObject({
    email: "victim@example.com",
  });
});

test("takes x-platform in any case, WEB without one or an empty one, and nothing else", async () => {
  const session = await startGuestSession();
  const body = { email: "a@example.com" };
  for (const platform of ["web", "App", " APP ", ""]) {
    const reply = await call(captureContact, { session, body, headers: { "x-platform": platform } });
    expect(reply.status, platform).toBe(200);
  }
  for (const platform of ["IOS", "WEB,APP"]) {
    expectInvalid(
      await call(captureContact, { session, body, headers: { "x-platform": platform } }),
      "x-platform",
    );
  }
});

test.each([
  ["no email", {}, ["email"]],
  ["a malformed email address", { email: "guest" }, ["email"]],
  ["null", { email: null }, ["email"]],
  ["an array", { email: ["a@example.com"] }, ["email"]],
  ["two addresses", { email: "a@example.com,b@example.com" }, ["email"]],
  ["a header break", { email: "a@example.com\r\nBcc: b@example.com" }, ["email"]],
  ["a quoted local part", { email: '"a@evil.example x"@example.com' }, ["email"]],
  ["a comment", { email: "a@example.com(evil.example)" }, ["email"]],
  ["NUL", { email: "a\0@example.com" }, ["email"]],
  ["a long email", { email: `${"a".repeat(250)}@example.com` }, ["email"]],
  ["an empty name", { email: "a@example.com", name: " " }, ["name"]],
  ["a long name", { email: "a@example.com", name: "n".repeat(256) }, ["name"]],
  ["a name of two lines", { email: "a@example.com", name: "a\nb" }, ["name"]],
  ["a long phone", { email: "a@example.com", phone: "1".repeat(33) }, ["phone"]],
  ["a phone that is a number", { email: "a@example.com", phone: 15551234567 }, ["phone"]],
])("%s: 400 VALIDATION_ERROR, and nothing is stored", async (_, body, paths) => {
  const session = await startGuestSession();
  expectInvalid(await call(captureContact, { session, body }), ...paths);
  expect(await db.cart.count({ where: { userId: session.userId } })).toBe(0);
});

test("the longest valid name and phone are stored", async () => {
  const session = await startGuestSession();
  const contact = { email: "a@example.com", name: "n".repeat(255), phone: "1".repeat(32) };
  await call(captureContact, { session, body: contact });
  expect(await contactOf({ session })).toEqual(contact);
});

test("a hostile 100 kB address is rejected quickly", async () => {
  const session = await startGuestSession();
  const email = `${"a.".repeat(45_000)}@${"a-".repeat(3_000)}`;
  expectInvalid(await quickly(() => call(captureContact, { session, body: { email } })), "email");
});

test("a guest who is converted concurrently: 409 SESSION_CHANGED", async () => {
  const session = await startGuestSession();
  const cart = await fillCart(undefined, { variant: await makeVariant() });
  const row = cartOf(await call(getCart, { cart }));
  const reply = await interleave(
    row.id,
    () => call(captureContact, { session, cart, body: { email: "a@example.com" } }),
    async (tx) => {
      await tx.user.delete({ where: { id: session.userId } });
    },
  );
  expectFailure(reply, "session_changed", "Your session has ended. Load the page again.");
});
