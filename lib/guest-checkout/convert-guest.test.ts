import { expect, test } from "vitest";
import { POST as auth } from "#app/auth/[...all]/route.ts";
import { getCart } from "#lib/dialects/store-api/routes/cart.ts";
import { getOrder, listOrders } from "#lib/dialects/store-api/routes/orders.ts";
import { asNobody } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { rowsOf } from "#test/privacy/rows.ts";
import { signInFrom, signUpFrom } from "#test/support/accounts.ts";
import { call, type Reply } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy, fillCart, guestEmail, place, readyToPlace } from "#test/support/checkout.ts";
import { cartOf, orderOf } from "#test/support/expect.ts";
import { sampleOf } from "#test/support/samples.ts";
import { authRequest, type Session, signUp, startGuestSession } from "#test/support/sessions.ts";
import { allStoreRoutes as routes } from "#test/support/store-routes.ts";
import { convertGuest } from "./convert-guest.ts";

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

test("after the conversion the guest's old session is invalid at every route, even with the old cart's token", async () => {
  const { session, order, cart, email } = await guestWithOrder();
  const kept = await fillCart(session, { variant: await makeVariant() });
  await signUpFrom(session, guestEmail());
  expect(routes.length).toBeGreaterThan(20);
  for (const route of routes) {
    for (const token of [cart, kept]) {
      const sample = { ...sampleOf(route.id), cart: token };
      const [stale, none] = [await call(route, { ...sample, session }), await call(route, sample)];
      const what = ({ status, body }: Reply) => [route.id, status, body.errorCode];
      expect(what(stale)).toEqual(what(none));
      for (const secret of [order.orderNumber, email, kept, cart])
        expect(stale.text + stale.cart).not.toContain(secret);
    }
  }
});

test("a guest is only converted to an account: not to itself, nor to another guest; an account is never converted", async () => {
  const { session } = await guestWithOrder();
  const [other, account] = [await startGuestSession(), await signUp()];
  const anonymousUserId = session.userId;
  const before = await rowsOf(anonymousUserId);
  for (const userId of [anonymousUserId, other.userId, newId()])
    await expect(convertGuest(asNobody, { anonymousUserId, userId })).rejects.toThrow();
  await convertGuest(asNobody, { anonymousUserId: account.userId, userId: (await signUp()).userId });
  expect(await rowsOf(anonymousUserId)).toEqual(before);
  expect(await guestIsGone(other)).toBe(false);
  expect(await guestIsGone(account)).toBe(false);
});

test("a wrong password changes nothing", async () => {
  const { email } = await signUp();
  const { session, order } = await guestWithOrder();
  const { status } = await signInFrom(session, email, "not the password");
  expect(status).toBe(401);
  expect((await call(getOrder, { session, params: { id: order.id } })).status).toBe(200);
});

test("a taken address leaves the guest unchanged", async () => {
  const { email } = await signUp();
  const { session, order } = await guestWithOrder();
  const { status } = await signUpFrom(session, email.toUpperCase());
  expect(status).toBe(422);
  expect((await call(getOrder, { session, params: { id: order.id } })).status).toBe(200);
});

test("a customer who requests a guest session keeps the account's session", async () => {
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

test("signing in again ends the browser's previous session", async () => {
  const { email, token, userId } = await signUp();
  const again = await signInFrom({ token, userId }, email);
  expect(again.token).not.toBe(token);
  expect((await call(listOrders, { session: sessionOf(token) })).status).toBe(401);
  expect((await call(listOrders, { session: sessionOf(again.token) })).status).toBe(200);
});

test("a guest without data becomes an account like any other", async () => {
  const guest = await startGuestSession();
  expect((await signUpFrom(guest, guestEmail())).status).toBe(200);
  expect(await guestIsGone(guest)).toBe(true);
});

test("lines that a sign-in merged into a cart are shown before they are paid for", async () => {
  const account = await signUp();
  const own = await readyToPlace({ variant: await makeVariant(), session: account, email: account.email });
  const guest = await readyToPlace({ variant: await makeVariant() });
  const { token } = await signInFrom(guest.session, account.email);
  const merged = { ...own, session: { ...account, token } };
  expect((await place(merged)).body.errorCode).toBe("CART_CHANGED");
  const shown = cartOf(await call(getCart, merged));
  expect(shown.lines).toHaveLength(2);
  expect(orderOf(await place(merged)).totals).toEqual(shown.totals);
});
