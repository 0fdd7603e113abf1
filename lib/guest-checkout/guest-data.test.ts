import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { listOrders } from "#lib/dialects/store-api/routes/orders.ts";
import { lookupOrder, trackOrder } from "#lib/guest-checkout/routes.ts";
import { asNobody } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { booksOf, deliver } from "#test/privacy/finish.ts";
import { rowsOf } from "#test/privacy/rows.ts";
import { signUpFrom } from "#test/support/accounts.ts";
import { usAddress } from "#test/support/addresses.ts";
import { call } from "#test/support/call.ts";
import { makeDiscount, makeVariant } from "#test/support/catalogue.ts";
import { buy, fillCart, guestEmail, place, readyToPlace } from "#test/support/checkout.ts";
import { dumpDatabase } from "#test/support/dump.ts";
import { orderOf } from "#test/support/expect.ts";
import { type Session, shopperOf, signUp, startGuestSession } from "#test/support/sessions.ts";
import { eraseGuestData } from "./erasure/erase-guest-data.ts";
import { exportGuestData } from "./guest-data.ts";
import { mintLookupToken } from "./lookup-token.ts";

/** The guest in the browser that placed the order. */
const ownerOf = async (session: Session) => ({ actor: await shopperOf(session) });
const linkOf = (orderId: string) => mintLookupToken({ linkSecret: env.GUEST_LINK_SECRET, orderId });
const variant = await makeVariant();

/** A guest's delivered order, with the link from its mail. */
async function arrived(
  input: Partial<Pick<Parameters<typeof buy>[0], "session" | "email" | "address">> = {},
) {
  const bought = await buy({ variant, ...input });
  await deliver(bought.order.id);
  return { ...bought, token: await linkOf(bought.order.id) };
}

test("the export contains the order behind the link, complete, and nothing internal; its owner gets the others of that address, too", async () => {
  const email = guestEmail();
  const address = { shippingAddress: usAddress, deliveryNote: "Ring twice" };
  const first = await arrived({ email, address });
  const second = await arrived({ email: email.toUpperCase(), session: first.session });
  await arrived({ session: first.session });
  await arrived({ email });
  const owner = await ownerOf(first.session);
  const data = await exportGuestData(owner, first);
  expect(data.orders.map(({ id }) => id)).toEqual([first.order.id, second.order.id]);
  // A link may have been forwarded.
  for (const actor of [
    asNobody.actor,
    await shopperOf(await startGuestSession()),
    await shopperOf(await signUp()),
  ])
    expect(await exportGuestData({ actor }, first)).toMatchObject({ orders: [data.orders[0]] });
  expect(data.orders[0]).toMatchObject({
    email,
    phone: "+12075550142",
    shippingAddress: { line1: "14 Harbor Lane" },
    deliveryNote: "Ring twice",
  });
  expect(data.orders[0]).not.toHaveProperty("userId");
  expect(data.orders[0]).not.toHaveProperty("cartId");
});

test("erasing leaves no personal data in any column of any table, and the books to the cent", async () => {
  const shippingAddress = {
    firstName: "Wilhelmine",
    lastName: "Quandt",
    line1: "88 Vanishing Row",
    city: "Albuquerque",
    region: "NM",
    postalCode: "87199",
    country: "US",
    phone: "+15055550199",
  };
  const address = { shippingAddress, deliveryNote: "Behind the gargoyle\nRing twice" };
  const email = guestEmail();
  const { code } = await makeDiscount({ oncePerCustomer: true });
  const ready = await readyToPlace({ variant, email, coupons: [code], address });
  const placed = orderOf(await place(ready, { headers: { "idempotency-key": crypto.randomUUID() } }));
  await readyToPlace({ variant, email, session: ready.session, address });
  const token = await linkOf(placed.id);
  await deliver(placed.id);
  const books = await booksOf(placed.id);
  const words = [
    email,
    "Wilhelmine",
    "Quandt",
    "Vanishing",
    "Albuquerque",
    "87199",
    "+15055550199",
    "gargoyle",
  ];
  const isStillSomewhere = async () => {
    const everything = [...(await dumpDatabase()).values()].join("\n").toLowerCase();
    return words.filter((word) => everything.includes(word.toLowerCase()));
  };
  expect(await isStillSomewhere()).toEqual(words);
  await eraseGuestData(await ownerOf(ready.session), { token });
  expect(await isStillSomewhere()).toEqual([]);
  expect(await booksOf(placed.id)).toEqual(books);
});

test("afterwards link, form and session open nothing", async () => {
  const { session, token, email, order } = await arrived();
  const owner = await ownerOf(session);
  await eraseGuestData(owner, { token });
  expect((await call(trackOrder, { params: { token } })).status).toBe(404);
  const body = { email, orderNumber: order.orderNumber };
  expect((await call(lookupOrder, { body })).status).toBe(404);
  expect((await call(listOrders, { session })).status).toBe(401);
  await expect(eraseGuestData(owner, { token })).rejects.toMatchObject({ code: "guest_order_not_found" });
});

test("another person's orders and carts in the same browser are kept, and so is the session", async () => {
  const mine = await arrived();
  const other = await buy({ variant, session: mine.session });
  const cart = await readyToPlace({ variant, session: mine.session, email: other.email });
  const { session } = mine;
  const keep = async () => {
    const rows = await rowsOf(session.userId);
    return Object.values(rows)
      .flat()
      .filter((row) => JSON.stringify(row).includes(other.email));
  };
  const before = await keep();
  expect(before.length).toBeGreaterThan(1);
  await eraseGuestData(await ownerOf(session), mine);
  expect(await keep()).toEqual(before);
  expect((await place(cart)).status).toBe(201);
});

test("it is rejected while one of the orders is in transit: nothing changes", async () => {
  const email = guestEmail();
  const { session, token } = await arrived({ email });
  const onItsWay = await buy({ variant, session, email });
  const before = await rowsOf(session.userId);
  const owner = await ownerOf(session);
  await expect(eraseGuestData(owner, { token })).rejects.toMatchObject({ code: "order_in_progress" });
  expect(await rowsOf(session.userId)).toEqual(before);
  await deliver(onItsWay.order.id);
  await eraseGuestData(owner, { token });
  expect(await db.order.count({ where: { userId: session.userId, email: { not: null } } })).toBe(0);
});

test("an order that has moved to an account is erased there, not by the old link", async () => {
  const { session, token, order } = await arrived();
  await signUpFrom(session, guestEmail());
  await expect(eraseGuestData(asNobody, { token })).rejects.toMatchObject({ code: "bad_request" });
  expect(await db.order.findUnique({ where: { id: order.id } })).toMatchObject({ email: expect.any(String) });
});

test.each(["made up", "empty", "the order's number", "the hash in the database"])(
  "a link that is %s exports and erases nothing",
  async (kind) => {
    const { order } = await arrived();
    const { tokenHash } = await db.lookupToken.findUniqueOrThrow({ where: { orderId: order.id } });
    const tokens = {
      "made up": randomBytes(32).toString("base64url"),
      "the order's number": order.orderNumber,
      "the hash in the database": tokenHash,
    };
    const token = kind === "empty" ? "" : (tokens[kind as keyof typeof tokens] ?? "");
    await expect(exportGuestData(asNobody, { token })).rejects.toMatchObject({
      code: "guest_order_not_found",
    });
    await expect(eraseGuestData(asNobody, { token })).rejects.toMatchObject({
      code: "guest_order_not_found",
    });
    expect(await db.order.count({ where: { id: order.id, email: { not: null } } })).toBe(1);
  },
);

test("erasing during a sign-up: either the account has the order or it is erased, never both or neither", async () => {
  for (let round = 0; round < 10; round++) {
    const { session, token, order } = await arrived();
    await fillCart(session, { variant });
    const email = guestEmail();
    const owner = await ownerOf(session);
    const [erased, signedUp] = await Promise.all([
      eraseGuestData(owner, { token }).then(
        () => "erased",
        ({ code }) => code,
      ),
      signUpFrom(session, email),
    ]);
    expect(signedUp.status).toBe(200);
    const kept = await db.order.findUniqueOrThrow({ where: { id: order.id }, include: { user: true } });
    if (erased === "erased") expect(kept.email).toBeNull();
    else expect([erased, kept.user.email]).toEqual(["bad_request", email]);
  }
});
