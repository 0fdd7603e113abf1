import { expect, test } from "vitest";
import { eraseGuest } from "#lib/commerce/privacy/index.ts";
import { listOrders } from "#lib/dialects/store-api/routes/orders.ts";
import { trackOrder } from "#lib/guest-checkout/routes.ts";
import { asNobody } from "#lib/platform/context.ts";
import { db, Prisma } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { deleteExpired } from "#lib/worker/housekeeping/index.ts";
import { deliver as markDelivered } from "#test/privacy/finish.ts";
import { rowsOf } from "#test/privacy/rows.ts";
import { signInFrom, signUpFrom } from "#test/support/accounts.ts";
import { call } from "#test/support/call.ts";
import { makeDiscount, makeVariant } from "#test/support/catalogue.ts";
import { buy, guestEmail } from "#test/support/checkout.ts";
import { deliver } from "#test/support/deliver.ts";
import { orderOf } from "#test/support/expect.ts";
import { openInbox } from "#test/support/inbox.ts";
import { interleaveAt } from "#test/support/locks.ts";
import { signUp } from "#test/support/sessions.ts";
import { mintLookupToken } from "../lookup-token.ts";
import { type Claimant, claimToken, makeClaimant, ordersOfGuests } from "../testing/claimant.ts";
import { claimOrders } from "./claim-orders.ts";
import { claimableOrders } from "./claimable-orders.ts";

const inbox = await openInbox();

const ownerOf = async (id: string) => (await db.order.findUniqueOrThrow({ where: { id } })).userId;
const eventsOf = async (orderId: string) =>
  (await db.orderEvent.findMany({ where: { orderId }, orderBy: { at: "asc" } })).map(({ type, userId }) => [
    type,
    userId,
  ]);

/** An account with `count` orders to claim, and a link for them. */
async function withLink(count: number) {
  const claimant = await makeClaimant();
  const bought = await ordersOfGuests(claimant.email, count);
  const token = await claimToken(inbox, claimant);
  return { claimant, bought, ids: bought.map(({ order }) => order.id), token };
}

const claim = ({ ctx }: Claimant, token: string, mine: string[], notMine: string[] = []) =>
  claimOrders(ctx, { token, mine, notMine });

test("chosen orders move to the account, declined ones are never offered again, the rest can be claimed later", async () => {
  const { claimant, ids, token } = await withLink(3);
  const [mine = "", notMine = "", later = ""] = ids;
  const moved = await claim(claimant, token, [mine], [notMine]);
  expect(moved.map(({ id }) => id)).toEqual([mine]);
  const listed = (await call(listOrders, { session: claimant.session })).body.data as { id: string }[];
  expect(listed.map(({ id }) => id)).toEqual([mine]);
  expect((await claimableOrders(claimant.ctx)).map(({ id }) => id)).toEqual([later]);
  const next = await claimToken(inbox, claimant);
  expect((await claim(claimant, next, ids)).map(({ id }) => id)).toEqual([later]);
  expect(await ownerOf(notMine)).not.toBe(claimant.session.userId);
});

test("the orders' events record who claimed and who declined", async () => {
  const { claimant, ids, token } = await withLink(2);
  const [mine = "", notMine = ""] = ids;
  const { userId } = claimant.session;
  await claim(claimant, token, [mine], [notMine]);
  expect((await eventsOf(mine)).at(-1)).toEqual(["order.claimed", userId]);
  expect(new Set((await eventsOf(mine)).map(([, owner]) => owner))).toEqual(new Set([userId]));
  expect((await eventsOf(notMine)).at(-1)).toEqual(["order.claim_declined", userId]);
  expect((await eventsOf(notMine))[0]?.[1]).not.toBe(userId);
});

test("an order that is both chosen and declined is chosen", async () => {
  const { claimant, ids, token } = await withLink(1);
  expect(await claim(claimant, token, ids, ids)).toHaveLength(1);
  expect((await eventsOf(ids[0] ?? "")).map(([type]) => type)).not.toContain("order.claim_declined");
});

test("orders that were not offered cannot be chosen: other addresses, other accounts, unknown ids", async () => {
  const { claimant, token } = await withLink(1);
  const [foreign] = await ordersOfGuests(guestEmail(), 1);
  const customer = await signUp();
  const theirs = await buy({ variant: await makeVariant(), session: customer, email: claimant.email });
  const ids = [foreign?.order.id ?? "", theirs.order.id, crypto.randomUUID()];
  expect(await claim(claimant, token, ids, ids)).toEqual([]);
  expect(await ownerOf(theirs.order.id)).toBe(customer.userId);
  expect(await ownerOf(foreign?.order.id ?? "")).toBe(foreign?.session.userId);
  expect(await eventsOf(theirs.order.id)).not.toContainEqual([
    "order.claim_declined",
    claimant.session.userId,
  ]);
});

test("an order that is erased while it is claimed stays erased, and moves nowhere", async () => {
  const { claimant, bought, ids, token } = await withLink(1);
  const [{ session, order } = { session: claimant.session, order: { id: "" } }] = bought;
  await markDelivered(order.id);
  const moved = await interleaveAt(
    Prisma.sql`"order" where id = ${order.id}::uuid`,
    () => claim(claimant, token, ids),
    (tx) => eraseGuest({ ...asNobody, tx }, { userId: session.userId, email: claimant.email }),
  );
  expect(moved).toEqual([]);
  expect(await ownerOf(order.id)).toBe(session.userId);
});

test("the decision uses up the link, even if it takes nothing", async () => {
  const { claimant, ids, token } = await withLink(1);
  expect(await claim(claimant, token, [])).toEqual([]);
  await expect(claim(claimant, token, ids)).rejects.toMatchObject({ code: "not_found" });
});

test("with twenty concurrent clicks the order moves once, and the others learn that the link is used up", async () => {
  const { claimant, ids, token } = await withLink(2);
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => claim(claimant, token, ids)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "not_found" });
  for (const id of ids)
    expect((await eventsOf(id)).filter(([type]) => type === "order.claimed")).toHaveLength(1);
});

test("the link in the old mail still opens a claimed order, and the guest's browser no longer lists it", async () => {
  const { claimant, bought, ids, token } = await withLink(1);
  const link = await mintLookupToken({ linkSecret: env.GUEST_LINK_SECRET, orderId: ids[0] ?? "" });
  await claim(claimant, token, ids);
  expect(orderOf(await call(trackOrder, { params: { token: link } })).id).toBe(ids[0]);
  expect((await call(listOrders, { session: bought[0]?.session })).body.data).toEqual([]);
});

test("coupon, cart and history move, points do not, and the remaining guest can be deleted", async () => {
  const claimant = await makeClaimant();
  const { code } = await makeDiscount({ oncePerCustomer: true });
  const { session, order } = await buy({
    variant: await makeVariant(),
    email: claimant.email,
    coupons: [code],
  });
  await deliver("order.placed", { orderId: order.id });
  expect(await db.rewardEntry.count({ where: { orderId: order.id } })).toBe(1);
  await claim(claimant, await claimToken(inbox, claimant), [order.id]);
  const rows = await rowsOf(claimant.session.userId);
  expect(Object.keys(rows)).toEqual(
    expect.arrayContaining(["cart", "discount_usage", "order", "order_event"]),
  );
  expect(rows.reward_entry).toBeUndefined();
  await db.user.update({ where: { id: session.userId }, data: { createdAt: new Date(0) } });
  await db.session.deleteMany({ where: { userId: session.userId } });
  expect(await deleteExpired()).toMatchObject({ guests: 1 });
  expect((await call(listOrders, { session: claimant.session })).body.metadata).toMatchObject({ total: 1 });
});

test("claimed by one account while the guest signs in to another: one gets the whole order, and neither gets an error", async () => {
  const claimant = await makeClaimant();
  for (let round = 0; round < 15; round++) {
    const [bought] = await ordersOfGuests(claimant.email, 1);
    if (!bought) throw new Error("No order");
    const { order, session } = bought;
    const token = await claimToken(inbox, claimant);
    const email = guestEmail();
    const other = round % 2 ? await signUp(email) : null;
    const [moved, signedIn] = await Promise.all([
      claim(claimant, token, [order.id]),
      other ? signInFrom(session, email) : signUpFrom(session, email),
    ]);
    expect(signedIn.status).toBe(200);
    const owner = await ownerOf(order.id);
    expect(owner === claimant.session.userId).toBe(moved.length === 1);
    expect(new Set((await eventsOf(order.id)).map(([, userId]) => userId))).toEqual(new Set([owner]));
    expect(await db.cart.count({ where: { order: { id: order.id }, userId: owner } })).toBe(1);
    expect(await rowsOf(session.userId)).toEqual({});
  }
});
