import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { lookupOrder } from "#lib/guest-checkout/routes.ts";
import { db } from "#lib/platform/database/db.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy, guestEmail } from "#test/support/checkout.ts";
import { orderOf } from "#test/support/expect.ts";
import { startGuestSession } from "#test/support/sessions.ts";

const lookup = (email: string, orderNumber: string) => call(lookupOrder, { body: { email, orderNumber } });

test("a guest's order is found by address and number before any worker has run, and is the guest's view", async () => {
  const { email, order } = await buy({ variant: await makeVariant(), quantity: 2 });
  expect(await db.lookupToken.count({ where: { orderId: order.id } })).toBe(0);
  expect(orderOf(await lookup(email, order.orderNumber))).toEqual(order);
});

describe("in any spelling", () => {
  test("the number: case, spaces, hyphens, the prefix, O for 0, I and l for 1", async () => {
    const { email, order } = await buy({ variant: await makeVariant() });
    await db.order.update({ where: { id: order.id }, data: { orderNumber: "SC-10WX01YZ" } });
    for (const typed of [
      "SC-10WX01YZ",
      "sc-10wx01yz",
      "  SC 10WX 01YZ ",
      "SC10WX01YZ",
      "10WX01YZ",
      "SC\u201310WX-01YZ",
      "SC-IOWXOlYZ",
      "s-c-l-o-w-x-o-i-y-z",
      "#SC-10WX01YZ",
      "\u201cSC-10WX01YZ\u201d.",
      "(SC-10WX01YZ)",
    ]) {
      expect(orderOf(await lookup(email, typed)).id, typed).toBe(order.id);
    }
  });

  test("the address: surrounding spaces, any case, on either side", async () => {
    const email = `Gale.${guestEmail()}`;
    const { order } = await buy({ variant: await makeVariant(), email });
    for (const typed of [email, email.toUpperCase(), email.toLowerCase(), ` \t${email}\n`]) {
      expect(orderOf(await lookup(typed, order.orderNumber)).id, typed).toBe(order.id);
    }
  });
});

describe("an order with a merchant's number", () => {
  const numbered = async (merchantNumber: string, email = guestEmail()) => {
    const { order } = await buy({ variant: await makeVariant(), email });
    await db.order.update({ where: { id: order.id }, data: { merchantNumber } });
    return { email, order, shown: { ...order, orderNumber: merchantNumber } };
  };

  test("shows that number, and is found by it and by the shop's own", async () => {
    const unique = randomUUID();
    const { email, order, shown } = await numbered(`Web/2026-${unique}`);
    for (const typed of [
      `Web/2026-${unique}`,
      `#web 2026 ${unique.toUpperCase()}.`,
      `\u201cWEB2026${unique}\u201d`,
      order.orderNumber,
    ]) {
      expect(orderOf(await lookup(email, typed)), typed).toEqual(shown);
    }
  });

  test("is found if the number is in another script, and only with its own mailbox", async () => {
    const number = `注文-${randomUUID()}`;
    const { email, shown } = await numbered(number);
    expect(orderOf(await lookup(email, number))).toEqual(shown);
    expect((await lookup(guestEmail(), number)).status).toBe(404);
  });

  test("is not confused with one whose number differs only in punctuation", async () => {
    const [email, unique] = [guestEmail(), randomUUID()];
    const [first, second] = [await numbered(`A-1-${unique}`, email), await numbered(`A11-${unique}`, email)];
    expect(orderOf(await lookup(email, `A-1-${unique}`)).id).toBe(first.order.id);
    const third = await numbered(`A1-1-${unique}`, email);
    expect(orderOf(await lookup(email, `A11-${unique}`)).id).toBe(second.order.id);
    expect(orderOf(await lookup(email, `A1-1-${unique}`)).id).toBe(third.order.id);
  });
});

test("one mailbox with two orders finds each by its own number", async () => {
  const [email, variant] = [guestEmail(), await makeVariant()];
  const [first, second] = [await buy({ variant, email }), await buy({ variant, email })];
  expect(orderOf(await lookup(email, first.order.orderNumber)).id).toBe(first.order.id);
  expect(orderOf(await lookup(email, second.order.orderNumber)).id).toBe(second.order.id);
});

test("unknown fields change nothing", async () => {
  const { email } = await buy({ variant: await makeVariant() });
  const other = await buy({ variant: await makeVariant() });
  const body = {
    email,
    orderNumber: "SC-ZZZZZZZZ",
    id: other.order.id,
    token: "",
    anonymousId: null,
    OR: [{}],
  };
  expect((await call(lookupOrder, { body })).status).toBe(404);
});

test("looking up changes nothing, and creates neither cookie nor cart", async () => {
  const session = await startGuestSession();
  const { email, order } = await buy({ variant: await makeVariant() });
  const before = await db.order.findUnique({ where: { id: order.id } });
  const reply = await call(lookupOrder, { session, body: { email, orderNumber: order.orderNumber } });
  expect(reply.headers.has("x-cart-token")).toBe(false);
  expect(await db.order.findUnique({ where: { id: order.id } })).toEqual(before);
  expect(await db.cart.count({ where: { userId: session.userId } })).toBe(0);
});
