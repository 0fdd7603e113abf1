import { afterEach, expect, test, vi } from "vitest";
import { trackOrder } from "#lib/guest-checkout/routes.ts";
import type { ContextOf } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { rowsOf } from "#test/privacy/rows.ts";
import { signInFrom } from "#test/support/accounts.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy, guestEmail } from "#test/support/checkout.ts";
import { signUp } from "#test/support/sessions.ts";
import { broughtOrders, leaveBroughtOrders } from "./brought-orders.ts";
import { mintLookupToken } from "./lookup-token.ts";
import { makeFullGuest } from "./testing/full-guest.ts";

const minute = 60_000;

afterEach(() => {
  vi.useRealTimers();
});

/** An account that a guest with one order of everything has just signed in to. */
async function arrive() {
  const { email, userId } = await signUp();
  const guest = await makeFullGuest();
  expect((await signInFrom(guest.session, email)).status).toBe(200);
  const ctx: ContextOf<"customer"> = {
    actor: { type: "customer", userId, email, name: "", emailVerified: false },
  };
  return { ctx, guest, userId };
}

const ids = (orders: { id: string }[]) => orders.map(({ id }) => id);

test("orders of another address that came along are shown for ten minutes", async () => {
  const { ctx, guest } = await arrive();
  expect(ids(await broughtOrders(ctx))).toEqual([guest.order.id]);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 9 * minute });
  expect(await broughtOrders(ctx)).toHaveLength(1);
  vi.setSystemTime(Date.now() + 2 * minute);
  expect(await broughtOrders(ctx)).toEqual([]);
  await leaveBroughtOrders(ctx);
  expect(await db.order.findUnique({ where: { id: guest.order.id } })).toMatchObject({
    userId: ctx.actor.userId,
  });
});

test("orders of the account's own address, and those bought with the account, are not", async () => {
  const { userId } = await signUp();
  const { order, email } = await buy({ variant: await makeVariant() });
  const ctx: ContextOf<"customer"> = {
    actor: { type: "customer", userId, email: email.toUpperCase(), name: "", emailVerified: false },
  };
  await db.order.update({ where: { id: order.id }, data: { userId } });
  await db.orderEvent.create({ data: { orderId: order.id, userId, type: "order.moved_to_account" } });
  expect(await broughtOrders(ctx)).toEqual([]);
  const other = { ...ctx, actor: { ...ctx.actor, email: guestEmail() } };
  expect(ids(await broughtOrders(other))).toEqual([order.id]);
  await db.orderEvent.deleteMany({ where: { orderId: order.id, type: "order.moved_to_account" } });
  expect(await broughtOrders(other)).toEqual([]);
});

test("leaving them makes them a guest's again, whole, and their link opens them; the second time nothing happens", async () => {
  const { ctx, guest, userId } = await arrive();
  const { id } = guest.order;
  const token = await mintLookupToken({ linkSecret: env.GUEST_LINK_SECRET, orderId: id });
  const before = await db.order.findUniqueOrThrow({ where: { id } });
  await leaveBroughtOrders(ctx);
  const left = await db.order.findUniqueOrThrow({
    where: { id },
    include: { user: true, cart: true, events: true, discountUsages: true },
  });
  expect(left.user.isAnonymous).toBe(true);
  expect(left.version).toBe(before.version + 1);
  expect(left.cart.userId).toBe(left.userId);
  expect(left.discountUsages.map((use) => use.userId)).toEqual([left.userId]);
  expect(new Set(left.events.map((event) => event.userId))).toEqual(new Set([left.userId]));
  expect(left.events.map(({ type }) => type)).toContain("order.moved_to_guest");
  expect(Object.keys(await rowsOf(userId))).not.toContain("order");
  expect((await rowsOf(userId)).cart?.map(({ status }) => status).toSorted()).toEqual(["active", "merged"]);
  expect((await call(trackOrder, { params: { token } })).status).toBe(200);

  expect(await broughtOrders(ctx)).toEqual([]);
  await leaveBroughtOrders(ctx);
  expect(await db.order.findUnique({ where: { id } })).toMatchObject({
    userId: left.userId,
    version: left.version,
  });
});

test("leaving twice at the same time hands them to one guest", async () => {
  const { ctx, guest } = await arrive();
  await Promise.all([leaveBroughtOrders(ctx), leaveBroughtOrders(ctx)]);
  const { events } = await db.order.findUniqueOrThrow({
    where: { id: guest.order.id },
    include: { events: true },
  });
  expect(events.filter(({ type }) => type === "order.moved_to_guest")).toHaveLength(1);
});
