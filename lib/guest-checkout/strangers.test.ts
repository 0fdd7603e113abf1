import { beforeAll, describe, expect, test } from "vitest";
import { callerFrom } from "#lib/accounts/auth/index.ts";
import { type Cart, type CartHandle, carts } from "#lib/commerce/cart/index.ts";
import { getCart } from "#lib/dialects/store-api/routes/cart.ts";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import type { FindCaller, Reading } from "#lib/platform/reading.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { signUpFrom, startGuestBrowser } from "#test/support/accounts.ts";
import { usAddress } from "#test/support/addresses.ts";
import { call, storefront } from "#test/support/call.ts";
import { makeDiscount, makeShippingMethod, makeVariant } from "#test/support/catalogue.ts";
import { guestEmail, readyToPlace } from "#test/support/checkout.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";
import { allStoreRoutes } from "#test/support/store-routes.ts";

const secret = { line1: "1 Hidden Lane", email: `vera-${newId()}@gmial.com` };
const [theirs, mine] = [await makeVariant(), await makeVariant()];
const { code } = await makeDiscount();
const method = await makeShippingMethod();
const address = { shippingAddress: { ...usAddress, line1: secret.line1 } };

/** A guest's cart with everything, and the browser that owns it. */
async function owner() {
  const session = await startGuestBrowser();
  const { cart } = await readyToPlace({ ...{ session, variant: theirs, address }, email: secret.email });
  const { id } = await db.cart.findFirstOrThrow({ where: { userId: session.userId } });
  return { session, cart, id };
}

type Owner = Awaited<ReturnType<typeof owner>>;
const bearer = ({ token }: { token: string }) => ({ authorization: `Bearer ${token}` });
const cookie = (value: string) => ({ cookie: value, origin: storefront });

/** How others, and sessions that have ended, come with the cart's token: the headers that they send. */
const callers: Record<string, (of: Owner) => Promise<Record<string, string>>> = {
  nobody: async () => ({}),
  "another guest": async () => bearer(await startGuestSession()),
  "another guest's cookie": async () => cookie((await startGuestBrowser()).cookie),
  "a customer": async () => bearer(await signUp()),
  "another guest with the owner's cookie": async ({ session }) => ({
    ...cookie(session.cookie),
    ...bearer(await startGuestSession()),
  }),
  "an unknown token with the owner's cookie": async ({ session }) => ({
    ...cookie(session.cookie),
    ...bearer({ token: "x".repeat(32) }),
  }),
  "the owner's session after it expired": async ({ session: { token } }) => {
    await db.session.update({ where: { token }, data: { expiresAt: new Date(Date.now() - 1) } });
    return bearer({ token });
  },
  "the owner's session after it was revoked": async ({ session: { token } }) => {
    await db.session.delete({ where: { token } });
    return bearer({ token });
  },
  "the guest's session after signing up": async ({ session }) => {
    expect((await signUpFrom(session, guestEmail())).status).toBe(200);
    return bearer(session);
  },
};

const bodies: Record<string, unknown> = {
  setCartLanguage: { locale: "de" },
  addCartLine: { variantId: mine.variantId, quantity: 1 },
  changeCartLine: { quantity: 2 },
  setCartAddress: { shippingAddress: usAddress },
  setShippingMethod: { shippingMethodId: method.id },
  applyCoupon: { code },
  placeOrder: { paymentProvider: "bank-transfer" },
  captureContact: { email: guestEmail() },
};

/** What only pages do with a cart. */
const pageActs: Record<string, (caller: FindCaller, cart: CartHandle) => Promise<Cart | null>> = {
  "looks at it": (caller, cart) => perform(carts.find, caller, { cart }),
  "keeps a draft": (caller, cart) => perform(carts.draftDelivery, caller, { cart, draft: { country: "DE" } }),
  "sets the delivery": (caller, cart) =>
    perform(carts.setDelivery, caller, {
      cart,
      delivery: { shippingAddress: usAddress, shippingMethodId: method.id },
    }),
  "corrects the address": (caller, cart) => perform(carts.correctEmail, caller, { cart }),
};

const routes = allStoreRoutes.filter(({ cart }) => cart);

test("every way to a cart is tried", () => {
  expect(routes.length).toBeGreaterThan(12);
  const written = routes.filter(({ body }) => body).map(({ id }) => id);
  expect(written.toSorted()).toEqual(Object.keys(bodies).toSorted());
});

const snapshot = (id: string) =>
  db.cart.findUnique({ where: { id }, include: { lines: true, coupons: true, order: true } });

describe.each(Object.entries(callers))("somebody else's cart, for %s", (_, come) => {
  let victim: Owner;
  let headers: Record<string, string>;
  beforeAll(async () => {
    victim = await owner();
    headers = await come(victim);
  });

  test.each(routes.map((route) => [route.id, route] as const))(
    "is neither shown nor changed by %s",
    async (_, route) => {
      const before = await snapshot(victim.id);
      const [line] = before?.lines ?? [];
      const reply = await call(route, {
        ...{ headers, cart: victim.cart, params: { lineId: line?.id ?? newId(), code } },
        ...(route.body && { body: bodies[route.id] }),
      });
      const told = reply.text + JSON.stringify([...reply.headers]);
      for (const word of [victim.cart, victim.id, secret.email, secret.line1, theirs.sku])
        expect(told, `${reply.status}`).not.toContain(word);
      expect(await snapshot(victim.id)).toEqual(before);
    },
  );

  test.each(Object.entries(pageActs))("is neither shown nor changed by a page that %s", async (_, act) => {
    const before = await snapshot(victim.id);
    const caller = (readings: readonly Reading[]) => callerFrom(new Headers(headers), readings);
    const seen = await act(caller, { token: victim.cart });
    expect(seen?.id).not.toBe(victim.id);
    expect(await snapshot(victim.id)).toEqual(before);
  });
});

test("its owner reaches it by token and by cookie", async () => {
  const { session, cart } = await owner();
  for (const headers of [bearer(session), cookie(session.cookie)])
    expect((await call(getCart, { headers, cart })).text).toContain(secret.line1);
});
