import { expect, test } from "vitest";
import { POST as auth } from "#app/auth/[...all]/route.ts";
import { applyCoupon, getCart, listShippingMethods } from "#lib/dialects/store-api/routes/cart.ts";
import { addCartLine as addLine } from "#lib/dialects/store-api/routes/lines.ts";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { answer, call, requestFor } from "#test/support/call.ts";
import { makeDiscount, makeVariant } from "#test/support/catalogue.ts";
import { expectFailure, tally } from "#test/support/expect.ts";
import { apart, applyLimits, expectRefused, from, newAddress, times } from "#test/support/limits.ts";
import { authRequest, password, signUp, startGuestSession } from "#test/support/sessions.ts";
import { until } from "#test/support/until.ts";

applyLimits();

test("password attempts count for every spelling and content type", async () => {
  const { email } = await apart(() => signUp());
  const form = { "content-type": "application/x-www-form-urlencoded;charset=UTF-8" };
  const posted = (body: string, headers: Record<string, string>) =>
    apart(() => {
      const request = authRequest("/auth/sign-in/email", undefined, headers);
      return auth(new Request(request, { body }));
    });
  const asForm = (typed: string, given: string) =>
    posted(new URLSearchParams({ email: typed, password: given }).toString(), form);
  const asJson = (typed: string, given: string) =>
    posted(JSON.stringify({ password: given, email: typed }), { "content-type": "Application/JSON" });
  for (const status of [(await asForm(email, "wrong one")).status, (await asJson(email, "wrong one")).status])
    expect(status).toBe(401);
  for (const typed of [email.toUpperCase(), ` ${email} `, email]) await asForm(typed, "wrong one");
  for (const ask of [asForm, asJson]) expect((await ask(email, password)).status).toBe(429);
});

test("changing a password cannot be used to guess it: attempts count together with sign-in", async () => {
  const { email, token } = await apart(() => signUp());
  const bearer = { authorization: `Bearer ${token}` };
  const guess = { currentPassword: "wrong one", newPassword: password };
  const change = () => apart(() => auth(authRequest("/auth/change-password", guess, bearer)));
  for (let tries = 0; tries < 5; tries++) expect((await change()).status).toBe(400);
  expect((await change()).status).toBe(429);
  expect((await apart(() => auth(authRequest("/auth/sign-in/email", { email, password })))).status).toBe(429);
});

test("a network can create a hundred carts in ten minutes by GET, and none by HEAD", async () => {
  const [address, before] = [newAddress(), await db.cart.count()];
  expect(tally(await times(100, () => from(address, () => call(getCart))))).toEqual({ "200": 100 });
  expectRefused(await from(address, () => call(getCart)), 100, 600);
  expectRefused(await from(address, () => call(listShippingMethods)), 100, 600);
  expect(await db.cart.count()).toBe(before + 100);
  for (const route of [getCart, listShippingMethods]) {
    const head = new Request(requestFor(route, {}), { method: "HEAD" });
    const response = await from(address, () => answer(route, head));
    expect([response.status, await response.text()]).toEqual([200, ""]);
  }
  expect(await db.cart.count()).toBe(before + 100);
});

test("reading an existing cart is not limited", async () => {
  const address = newAddress();
  const { cart } = await from(address, () => call(getCart));
  expect(tally(await times(200, () => from(address, () => call(getCart, { cart }))))).toEqual({ "200": 200 });
});

test("a session can try 20 coupons in ten minutes, valid or not, from any network", async () => {
  const session = await apart(startGuestSession);
  const { code } = await makeDiscount();
  const attempt = (tried: string) => apart(() => call(applyCoupon, { session, body: { code: tried } }));
  const replies = await times(20, (index) => attempt(index % 2 ? code : `GUESS-${index}`));
  expect(tally(replies)).toEqual({ "200": 10, "400 COUPON_NOT_APPLICABLE": 10 });
  expectRefused(await attempt(code), 20, 600);
});

test("a network without a session can try 120 coupons an hour", async () => {
  const address = newAddress();
  const { cart } = await from(address, () => call(getCart));
  const attempt = () => from(address, () => call(applyCoupon, { cart, body: { code: "GUESS" } }));
  expect(tally(await times(120, attempt))).toEqual({ "400 COUPON_NOT_APPLICABLE": 120 });
  expectRefused(await attempt(), 120, 3600);
});

test("rough counts reach the other processes", async () => {
  const session = await apart(startGuestSession);
  const body = { variantId: (await makeVariant()).variantId, quantity: 1 };
  await times(30, () => apart(() => call(addLine, { session, body })));
  const key = `cart-session-calls-600:${session.userId}`;
  const row = await until(() => db.rateLimit.findUnique({ where: { key } }));
  expect(row.points).toBe(30);
});

test("an invalid change creates no cart", async () => {
  const before = await db.cart.count();
  const reply = await apart(() => call(addLine, { body: { variantId: newId(), quantity: 1 } }));
  expectFailure(reply, "not_found", "Variant not found");
  expect(await db.cart.count()).toBe(before);
});
