import { expect, test } from "vitest";
import { POST as auth } from "#app/auth/[...all]/route.ts";
import { GET as getOrder } from "#app/store/orders/[id]/route.ts";
import { GET as listOrders } from "#app/store/orders/route.ts";
import { db } from "#lib/db.ts";
import { signInFrom, signUpFrom } from "#lib/testing/accounts.ts";
import { call } from "#lib/testing/call.ts";
import { makeVariant } from "#lib/testing/catalogue.ts";
import { buy, fillCart, guestEmail } from "#lib/testing/checkout.ts";
import { authRequest, type Session, signUp, startGuestSession } from "#lib/testing/sessions.ts";

async function guestWithOrder() {
  const variant = await makeVariant();
  return buy({ variant });
}

const sessionOf = (token: string): Session => ({ token, userId: "" });

async function ordersOf(token: string): Promise<unknown[]> {
  const reply = await call(listOrders, { session: sessionOf(token) });
  return reply.body.data as unknown[];
}

const guestIsGone = async (guest: Session) =>
  (await db.user.findUnique({ where: { id: guest.userId } })) === null;

test("signing up moves the guest's order to the account and keeps its anonymous id", async () => {
  const { session, order } = await guestWithOrder();
  const { status, token } = await signUpFrom(session, guestEmail());
  expect(status).toBe(200);
  expect(await ordersOf(token)).toMatchObject([{ orderNumber: order.orderNumber }]);
  expect(await db.order.findUnique({ where: { id: order.id } })).toMatchObject({
    anonymousId: session.userId,
  });
  expect(await guestIsGone(session)).toBe(true);
});

test("the guest's old session opens nothing after the conversion", async () => {
  const { session, order } = await guestWithOrder();
  await signUpFrom(session, guestEmail());
  const reply = await call(getOrder, { session, params: { id: order.id } });
  expect(reply.status).toBe(401);
});

test("signing in moves the guest's order to the account", async () => {
  const { email } = await signUp();
  const { session, order } = await guestWithOrder();
  const { token } = await signInFrom(session, email);
  expect(await ordersOf(token)).toMatchObject([{ orderNumber: order.orderNumber }]);
  expect(await guestIsGone(session)).toBe(true);
});

test("a guest's cookie counts as much as a bearer token", async () => {
  const { session, order } = await guestWithOrder();
  const started = await auth(authRequest("/auth/sign-in/anonymous", {}));
  const cookie = started.headers.get("set-cookie")?.split(";")[0] ?? "";
  const { token: guestToken, user } = (await started.json()) as { token: string; user: { id: string } };
  await fillCart({ token: guestToken, userId: user.id }, { variant: await makeVariant() });
  const body = { email: guestEmail(), password: "a password for tests", name: "Cora" };
  const response = await auth(
    authRequest("/auth/sign-up/email", body, { cookie, origin: "http://localhost:3000" }),
  );
  const account = (await response.json()) as { user: { id: string } };
  expect(await db.cart.count({ where: { userId: account.user.id, status: "active" } })).toBe(1);
  expect(await db.order.count({ where: { id: order.id, userId: session.userId } })).toBe(1);
});

test("a wrong password touches nothing", async () => {
  const { email } = await signUp();
  const { session, order } = await guestWithOrder();
  const { status } = await signInFrom(session, email, "not the password");
  expect(status).toBe(401);
  expect((await call(getOrder, { session, params: { id: order.id } })).status).toBe(200);
});

test("an address that is taken leaves the guest as it was", async () => {
  const { email } = await signUp();
  const { session, order } = await guestWithOrder();
  const { status } = await signUpFrom(session, email.toUpperCase());
  expect(status).toBe(422);
  expect((await call(getOrder, { session, params: { id: order.id } })).status).toBe(200);
});

test("somebody with an account who asks for a guest session keeps the account", async () => {
  const account = await signUp();
  const response = await auth(
    authRequest("/auth/sign-in/anonymous", {}, { authorization: `Bearer ${account.token}` }),
  );
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    token: account.token,
    user: { id: account.userId, isAnonymous: false },
  });
});

test("signing in again ends the session that the browser had", async () => {
  const { email, token, userId } = await signUp();
  const again = await signInFrom({ token, userId }, email);
  expect(again.token).not.toBe(token);
  expect((await call(listOrders, { session: sessionOf(token) })).status).toBe(401);
  expect((await call(listOrders, { session: sessionOf(again.token) })).status).toBe(200);
});

test("two accounts that sign in with one guest's session at once: one gets everything, the other nothing", async () => {
  const { session, order } = await guestWithOrder();
  const accounts = await Promise.all([signUp(), signUp()]);
  const results = await Promise.all(accounts.map(({ email }) => signInFrom(session, email)));
  expect(results.map(({ status }) => status)).toEqual([200, 200]);
  const lists = await Promise.all(results.map(({ token }) => ordersOf(token)));
  expect(lists.map((list) => list.length).toSorted()).toEqual([0, 1]);
  expect(lists.flat()).toMatchObject([{ orderNumber: order.orderNumber }]);
});

test("points earned as a guest stay behind", async () => {
  const { session, order } = await guestWithOrder();
  await db.rewardEntry.create({ data: { userId: session.userId, orderId: order.id, points: 10 } });
  await signUpFrom(session, guestEmail());
  expect(await db.rewardEntry.count({ where: { orderId: order.id } })).toBe(0);
});

test("a guest without anything becomes an account like any other", async () => {
  const guest = await startGuestSession();
  expect((await signUpFrom(guest, guestEmail())).status).toBe(200);
  expect(await guestIsGone(guest)).toBe(true);
});
