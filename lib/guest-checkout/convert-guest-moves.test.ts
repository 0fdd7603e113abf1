import { expect, test } from "vitest";
import { getCart } from "#lib/dialects/store-api/routes/cart.ts";
import { lookupOrder, trackOrder } from "#lib/guest-checkout/routes.ts";
import { db } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { rowsOf, userReferences } from "#test/privacy/rows.ts";
import { signInFrom } from "#test/support/accounts.ts";
import { bookAddress } from "#test/support/addresses.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { fillCart } from "#test/support/checkout.ts";
import { cartOf, orderOf } from "#test/support/expect.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";
import { mintLookupToken } from "./lookup-token.ts";
import { type FullGuest, makeFullGuest } from "./testing/full-guest.ts";

/** A guest with all kinds of data, before and after signing in to an account. */
async function convert(prepare: (guest: FullGuest, accountId: string) => Promise<unknown> = async () => {}) {
  const account = await signUp();
  const guest = await makeFullGuest();
  await prepare(guest, account.userId);
  const before = await rowsOf(guest.session.userId);
  const { status, token } = await signInFrom(guest.session, account.email);
  expect(status).toBe(200);
  return { account: { ...account, token }, guest, before, after: await rowsOf(account.userId) };
}

const ids = (rows: Record<string, unknown>[] = []) => rows.map(({ id }) => id);

test("no row of any table references the guest any more, and the guest is deleted", async () => {
  const { guest, before } = await convert();
  const tables = (await userReferences()).map(({ table }) => table.replaceAll('"', ""));
  // A guest has no credentials; the fixture has a row of everything else.
  expect(Object.keys(before).toSorted()).toEqual(tables.filter((table) => table !== "account").toSorted());
  expect(await rowsOf(guest.session.userId)).toEqual({});
  expect(await db.user.findUnique({ where: { id: guest.session.userId } })).toBeNull();
});

test("order, order events, addresses, discount uses and all carts belong to the account", async () => {
  const { before, after } = await convert();
  for (const table of ["order", "customer_address", "discount_usage", "cart"])
    expect([table, ids(after[table])]).toEqual([table, ids(before[table])]);
  expect(ids(after.order_event)).toEqual(expect.arrayContaining(ids(before.order_event)));
});

test("the order and all carts keep the anonymous id", async () => {
  const { guest, after } = await convert();
  for (const row of [...(after.order ?? []), ...(after.cart ?? [])])
    expect(row).toMatchObject({ anonymous_id: guest.session.userId });
  expect(after.cart?.map(({ status }) => status).toSorted()).toEqual(["active", "merged", "ordered"]);
});

test("the move is in the order's history and raises its version", async () => {
  const { guest, before, after, account } = await convert();
  expect(after.order_event).toHaveLength((before.order_event?.length ?? 0) + 1);
  const moved = after.order_event?.find(({ type }) => type === "order.moved_to_account");
  expect(moved).toMatchObject({ order_id: guest.order.id, user_id: account.userId });
  expect(Number(after.order?.[0]?.version)).toBe(Number(before.order?.[0]?.version) + 1);
});

test("the account keeps its own default address", async () => {
  const { after } = await convert((_guest, userId) =>
    db.customerAddress.create({ data: { ...bookAddress, city: "Bangor", userId, isDefault: true } }),
  );
  const addresses = after.customer_address?.map((row) => [row.city, row.is_default]);
  expect(addresses?.toSorted()).toEqual([
    ["Bangor", true],
    ["Portland", false],
  ]);
});

test("points, sessions and tokens of the guest are not transferred", async () => {
  const { guest, after, account } = await convert();
  expect(after.reward_entry).toBeUndefined();
  expect(after.oauth_token).toBeUndefined();
  expect(await db.session.count({ where: { token: guest.session.token } })).toBe(0);
  expect(after.session?.map(({ token }) => token)).toContain(account.token);
});

test("the active cart is merged into the account's, and one active cart is left with both contents", async () => {
  const { guest, after } = await convert(async ({ variant }, userId) => {
    const cart = { tokenHash: `own-${userId}`, userId, currency: "USD", country: "US" };
    const line = { variantId: variant.variantId, quantity: 1, unitPrice: 1000 };
    await db.cart.create({ data: { ...cart, lines: { create: line } } });
  });
  const active = after.cart?.filter(({ status }) => status === "active") ?? [];
  expect(active).toHaveLength(1);
  const into = String(active[0]?.id);
  expect(await db.cartLine.findMany({ where: { cartId: into } })).toMatchObject([
    { variantId: guest.variant.variantId, quantity: 2 },
  ]);
  expect(await db.cart.findFirst({ where: { mergedIntoId: into } })).toMatchObject({
    status: "merged",
    anonymousId: guest.session.userId,
  });
});

test("a guest's empty cart does not hide the account's own", async () => {
  const variant = await makeVariant();
  const account = await signUp();
  await fillCart(account, { variant, quantity: 3 });
  const guest = await startGuestSession();
  const cart = await fillCart(guest, { variant });
  await db.cartLine.deleteMany({ where: { cart: { userId: guest.userId } } });
  const { token } = await signInFrom(guest, account.email);
  const seen = cartOf(await call(getCart, { session: { ...account, token }, cart }));
  expect(seen.lines).toMatchObject([{ sku: variant.sku, quantity: 3 }]);
});

test("the link in the old mail and the lookup form still lead to the order", async () => {
  let token = "";
  const { guest } = await convert(async ({ order }) => {
    token = await mintLookupToken({ linkSecret: env.GUEST_LINK_SECRET, orderId: order.id });
  });
  const { orderNumber } = guest.order;
  expect(orderOf(await call(trackOrder, { params: { token } })).orderNumber).toBe(orderNumber);
  const body = { email: guest.email, orderNumber };
  expect(orderOf(await call(lookupOrder, { body })).orderNumber).toBe(orderNumber);
});
