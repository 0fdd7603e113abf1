import { expect, test } from "vitest";
import { POST as auth } from "#app/auth/[...all]/route.ts";
import { GET as getOrder } from "#app/store/orders/[id]/route.ts";
import { GET as listOrders } from "#app/store/orders/route.ts";
import { db } from "#lib/db.ts";
import { signInFrom, signUpFrom } from "#lib/testing/accounts.ts";
import { call } from "#lib/testing/call.ts";
import { makeVariant } from "#lib/testing/catalogue.ts";
import { buy, guestEmail } from "#lib/testing/checkout.ts";
import { authRequest, type Session, signUp, startGuestSession } from "#lib/testing/sessions.ts";

async function guestWithOrder() {
  const variant = await makeVariant();
  return buy({ variant });
}

const sessionOf = (token: string): Session => ({ token, userId: "" });

const guestIsGone = async (guest: Session) =>
  (await db.user.findUnique({ where: { id: guest.userId } })) === null;

test("the guest's old session opens nothing after the conversion", async () => {
  const { session, order } = await guestWithOrder();
  await signUpFrom(session, guestEmail());
  const reply = await call(getOrder, { session, params: { id: order.id } });
  expect(reply.status).toBe(401);
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

test("a guest without anything becomes an account like any other", async () => {
  const guest = await startGuestSession();
  expect((await signUpFrom(guest, guestEmail())).status).toBe(200);
  expect(await guestIsGone(guest)).toBe(true);
});
