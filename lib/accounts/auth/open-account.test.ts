import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { expect, onTestFinished, test, vi } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { guestEmail } from "#test/support/checkout.ts";
import { customerToken, guestToken, send } from "#test/support/commercetools/call.ts";
import { newCart } from "#test/support/commercetools/shop.ts";
import { signUp } from "#test/support/sessions.ts";
import { auth } from "./auth.ts";
import { checkPassword, hashPassword } from "./index.ts";

/** Runs `work` while conversion fails: one of its tables is missing. */
async function withoutConversion<T>(work: () => Promise<T>): Promise<T> {
  await db.$executeRaw`alter table reward_entry rename to reward_entry_away`;
  try {
    return await work();
  } finally {
    await db.$executeRaw`alter table reward_entry_away rename to reward_entry`;
  }
}

test("a sign-up that cannot convert the guest creates no account, and can be repeated", async () => {
  const { token } = await guestToken();
  const cart = await newCart(token);
  const body = { email: guestEmail(), password: "secret" };
  const failed = await withoutConversion(() => send("POST", "/me/signup", { token, body }));
  expect([failed.status, failed.body.errors[0].code]).toEqual([500, "General"]);
  expect(await db.user.count({ where: { email: body.email } })).toBe(0);
  expect((await send("GET", `/me/carts/${cart.id}`, { token })).body).toEqual(cart);
  expect((await send("POST", "/me/signup", { token, body })).body.cart.id).toBe(cart.id);
});

test("no answer signs a browser in", async () => {
  const { token } = await guestToken();
  const body = { email: guestEmail(), password: "secret" };
  const { headers } = await send("POST", "/me/signup", { token, body });
  expect(headers.has("set-cookie")).toBe(false);
  const { id } = await db.user.findUniqueOrThrow({ where: { email: body.email } });
  await customerToken(body.email, body.password);
  expect(await db.session.count({ where: { userId: id } })).toBe(0);
});

test("accounts from the API can sign in on the pages, and vice versa", async () => {
  const body = { email: guestEmail(), password: "long enough for the pages" };
  await send("POST", "/me/signup", { token: (await guestToken()).token, body });
  const { user } = await auth.api.signInEmail({ body });
  expect(user.email).toBe(body.email);
});

test("a new password ends all access of the old one", async () => {
  const { email, userId } = await signUp();
  const token = await customerToken(email, "a password for tests");
  const { internalAdapter } = await auth.$context;
  const value = `reset-${userId}`;
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${value}`,
    value: userId,
    expiresAt: new Date(Date.now() + 60_000),
  });
  await auth.api.resetPassword({ body: { token: value, newPassword: "another password" } });
  expect((await send("GET", "/me", { token })).status).toBe(401);
});

// Tests hash at a lower cost (test/surroundings/cheap-passwords.ts), so this looks at what is asked for.
test("passwords are hashed by scrypt at full cost, whether the address is known or not", async () => {
  const scrypt = vi.spyOn(crypto, "scrypt");
  syncBuiltinESMExports();
  onTestFinished(() => {
    scrypt.mockRestore();
    syncBuiltinESMExports();
  });
  const { email } = await signUp();
  await hashPassword("a new password");
  await checkPassword({ email, password: "a guess" });
  await checkPassword({ email: guestEmail(), password: "a guess" });
  const costs = scrypt.mock.calls.map(([, , , cost]) => cost);
  expect(costs).toHaveLength(4);
  for (const cost of costs) expect(cost).toMatchObject({ N: 2 ** 14, r: 16, p: 1 });
});
