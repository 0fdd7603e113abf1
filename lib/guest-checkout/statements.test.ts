import { describe, expect, test } from "vitest";
import { callerFrom } from "#lib/accounts/auth/index.ts";
import { carts } from "#lib/commerce/cart/index.ts";
import { orders } from "#lib/commerce/order/index.ts";
import {
  getCart,
  listShippingMethods,
  setCartAddress,
  setShippingMethod,
} from "#lib/dialects/store-api/routes/cart.ts";
import { placeOrder } from "#lib/dialects/store-api/routes/checkout.ts";
import { addCartLine } from "#lib/dialects/store-api/routes/lines.ts";
import { type Reading, read } from "#lib/platform/reading.ts";
import { usAddress } from "#test/support/addresses.ts";
import { call, type Reply } from "#test/support/call.ts";
import { makeShippingMethod, makeVariant } from "#test/support/catalogue.ts";
import { guestEmail, readyToPlace } from "#test/support/checkout.ts";
import { type Session, signUp, startGuestSession } from "#test/support/sessions.ts";
import { statementsOf } from "#test/support/statements.ts";
import { captureContact } from "./routes.ts";
import { guests } from "./verbs.ts";

test("a read is one statement, a change of the cart two, placing two", async () => {
  const { variantId } = await makeVariant();
  const { variantId: another } = await makeVariant();
  const { id: shippingMethodId } = await makeShippingMethod();
  const session = await startGuestSession();
  const line = { session, body: { variantId, quantity: 1 } };
  let cart = "";
  const first = async () => {
    const reply = await call(addCartLine, line);
    cart = reply.cart;
    return reply;
  };
  const count = async (work: () => Promise<Reply>) => {
    const sent = await statementsOf(async () => expect((await work()).status).toBeLessThan(300));
    return sent.length;
  };
  const body = (value: object) => ({ session, cart, body: value });
  expect({
    "a first line": await count(first),
    "another line": await count(() =>
      call(addCartLine, body({ lines: [{ variantId: another, quantity: 2 }] })),
    ),
    "the cart": await count(() => call(getCart, { session, cart })),
    contact: await count(() => call(captureContact, body({ email: guestEmail() }))),
    address: await count(() => call(setCartAddress, body({ shippingAddress: usAddress }))),
    methods: await count(() => call(listShippingMethods, { session, cart })),
    method: await count(() => call(setShippingMethod, body({ shippingMethodId }))),
    placing: await count(() => call(placeOrder, body({ paymentProvider: "bank-transfer" }))),
  }).toEqual({
    "a first line": 2,
    "another line": 2,
    "the cart": 1,
    contact: 2,
    address: 2,
    methods: 1,
    method: 2,
    placing: 2,
  });
});

describe("what is read along with the session is what is read alone", () => {
  type Case = { session: Session; token: string | null };
  const cases: Record<string, () => Promise<Case>> = {
    "the cart of a token": async () => {
      const { session, cart } = await readyToPlace({ variant: await makeVariant() });
      return { session, token: cart };
    },
    "the session's cart": async () => ({ ...(await cases["the cart of a token"]?.()), token: null }) as Case,
    "somebody else's cart": async () => {
      const { cart } = await readyToPlace({ variant: await makeVariant() });
      return { session: await startGuestSession(), token: cart };
    },
    "a cart without an owner": async () => {
      const { cart } = await call(getCart);
      return { session: await signUp(), token: cart };
    },
    "no cart": async () => ({ session: await startGuestSession(), token: null }),
    "an ordered cart": async () => {
      const { session, cart } = await readyToPlace({ variant: await makeVariant() });
      await call(placeOrder, {
        session,
        cart,
        headers: { "idempotency-key": "once" },
        body: { paymentProvider: "bank-transfer" },
      });
      return { session, token: cart };
    },
  };

  test.each(Object.entries(cases))("%s", async (_, make) => {
    const { session, token } = await make();
    const { variantId } = await makeVariant();
    const cart = { token };
    const readings: Reading[] = [
      ...(carts.add.policy.readsFirst?.({ cart, wanted: { variantId, quantity: 1 } }) ?? []),
      ...(carts.listShippingMethods.policy.readsFirst?.({ cart, keep: true }) ?? []),
      ...(guests.captureContact.policy.readsFirst?.({ cart, contact: { email: guestEmail() } }) ?? []),
      ...(orders.place.policy.readsFirst?.({ cart: { token: token ?? "none" }, idempotencyKey: "once" }) ??
        []),
    ];
    const headers = new Headers({ authorization: `Bearer ${session.token}` });
    const { actor, along } = await callerFrom(headers, readings);
    expect(along.size).toBeGreaterThan(4);
    for (const reading of readings) {
      const alone = await read({ actor }, reading);
      expect(reading.row.parse(along.get(reading.question)), reading.question).toEqual(alone);
    }
  });
});
