import { expect, test } from "vitest";
import { accountExists } from "#lib/guest-checkout/routes.ts";
import { db } from "#lib/platform/database/db.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy, guestEmail } from "#test/support/checkout.ts";
import { expectInvalid } from "#test/support/expect.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";

const ask = async (email: string) => (await call(accountExists, { query: { email } })).body;
const answer = (exists: boolean) => ({ data: { exists }, message: "Success", statusCode: 200 });

test("an account is found by its address in any spelling", async () => {
  const { email } = await signUp();
  for (const typed of [email, email.toUpperCase(), `  ${email} `]) {
    expect(await ask(typed)).toEqual(answer(true));
  }
});

test("a guest with orders has no account", async () => {
  const { email } = await buy({ variant: await makeVariant() });
  expect(await ask(email)).toEqual(answer(false));
  expect(await ask(guestEmail())).toEqual(answer(false));
});

test("an anonymous user's placeholder address is not an account", async () => {
  const { userId } = await startGuestSession();
  const { email } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  expect(await ask(email)).toEqual(answer(false));
});

test.each([[""], ["guest"], ["a b@example.com"], ["a\0@example.com"], ["%@example.com'--"]])(
  "%j is not an address: 400 VALIDATION_ERROR",
  async (email) => {
    expectInvalid(await call(accountExists, { query: { email } }), "email");
  },
);

test("without an address: 400 VALIDATION_ERROR", async () => {
  expectInvalid(await call(accountExists), "email");
  expectInvalid(await call(accountExists, { query: { "email[]": "a@example.com" } }), "email");
});

test("no cookie is set, and no cart is created", async () => {
  const before = await db.cart.count();
  const reply = await call(accountExists, { query: { email: "a@example.com" } });
  expect(reply.headers.has("x-cart-token")).toBe(false);
  expect(await db.cart.count()).toBe(before);
});
