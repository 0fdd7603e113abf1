import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { cartToken, hashCartToken } from "#lib/commerce/cart/index.ts";
import { captureContact as setContact } from "#lib/guest-checkout/routes.ts";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { signInFrom } from "#test/support/accounts.ts";
import { usAddress } from "#test/support/addresses.ts";
import { call, type Reply } from "#test/support/call.ts";
import { makeDiscount, makeShippingMethod, makeVariant, stockOf } from "#test/support/catalogue.ts";
import { guestEmail, place } from "#test/support/checkout.ts";
import { tally } from "#test/support/expect.ts";
import { interleave } from "#test/support/locks.ts";
import { histories, randomFrom, seed } from "#test/support/random.ts";
import { type Session, signUp, startGuestSession } from "#test/support/sessions.ts";

type Guest = { session: Session; email: string; cart: string };
type Account = Session & { email: string };
type Lane = { accounts: [Account, Account]; random: () => number };

const stock = 100_000;
const variant = await makeVariant({ stock });
const coupon = await makeDiscount();
const method = await makeShippingMethod();

/** A guest at the last checkout step. */
async function guestAtTheTill(): Promise<Guest> {
  const session = await startGuestSession();
  const id = newId();
  const email = guestEmail();
  const cart = {
    id,
    tokenHash: hashCartToken(cartToken(id)),
    currency: "USD",
    country: "US",
    email,
    shippingAddress: usAddress,
    shippingMethodId: method.id,
    userId: session.userId,
    anonymousId: session.userId,
    lines: { create: { variantId: variant.variantId, quantity: 2, unitPrice: 1000 } },
    coupons: { create: { discountId: coupon.id } },
  };
  await db.cart.create({ data: cart });
  return { session, email, cart: cartToken(id) };
}

/** Runs `rounds` rounds, eight in parallel, each lane with its own two accounts. */
async function race(rounds: number, round: (lane: Lane) => Promise<void>): Promise<void> {
  const random = randomFrom(seed);
  const lanes = Array.from({ length: 8 }, async (_, lane) => {
    const accounts: Lane["accounts"] = [await signUp(), await signUp()];
    const mine = randomFrom(Math.floor(random() * 2 ** 32));
    for (let done = lane; done < rounds; done += 8) await round({ accounts, random: mine });
  });
  await Promise.all(lanes);
}

/** Every owner of the guest's former rows. */
async function ownersOf({ userId }: Session): Promise<string[]> {
  const rows = await db.$queryRaw<{ owner: string }[]>`
    with orders as (select id, user_id from "order" where anonymous_id = ${userId})
    select user_id::text as owner from orders
    union select user_id::text from cart where anonymous_id = ${userId}
    union select e.user_id::text from order_event e join orders o on o.id = e.order_id
    union select u.user_id::text from discount_usage u join orders o on o.id = u.order_id`;
  return rows.map(({ owner }) => owner);
}

/** Nothing in the guest's cart is lost: it was ordered, or is in a cart of the winner. */
async function expectKept({ session, email }: Guest, placed: Reply, other: string, winner: string) {
  const orders = await db.order.findMany({
    where: { anonymousId: session.userId },
    include: { lines: true, events: true, discountUsages: true },
  });
  expect(orders).toHaveLength(placed.status === 201 ? 1 : 0);
  for (const order of orders) {
    expect(order.lines).toMatchObject([{ variantId: variant.variantId, quantity: 2 }]);
    expect(order.events.filter(({ type }) => type === "order.placed")).toHaveLength(1);
    expect(order.discountUsages).toMatchObject([{ discountId: coupon.id, releasedAt: null }]);
    expect([email, other]).toContain(order.email);
  }
  if (orders.length > 0) return;
  const carts = await db.cart.findMany({
    where: { anonymousId: session.userId },
    include: { mergedInto: true },
  });
  const held = carts.map((cart) => cart.mergedInto ?? cart);
  expect(held).toMatchObject([{ status: "active", userId: winner }]);
  const lines = await db.cartLine.findMany({ where: { cartId: held[0]?.id ?? "" } });
  expect(lines).toMatchObject([{ variantId: variant.variantId, quantity: 2 }]);
}

const races = histories(300);

test(`${races} times: two sign-ins, an order and a contact at once on one guest (seed ${seed})`, {
  timeout: 300_000,
}, async () => {
  const replies: { placed: Reply[]; contacted: Reply[] } = { placed: [], contacted: [] };
  await race(races, async ({ accounts, random }) => {
    const guest = await guestAtTheTill();
    const other = guestEmail();
    const offset = () => sleep(random() * 30);
    const [first, second, placed, contacted] = await Promise.all([
      offset().then(() => signInFrom(guest.session, accounts[0].email)),
      offset().then(() => signInFrom(guest.session, accounts[1].email)),
      offset().then(() => place(guest)),
      offset().then(() => call(setContact, { ...guest, body: { email: other } })),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await db.user.count({ where: { id: guest.session.userId } })).toBe(0);
    const owners = await ownersOf(guest.session);
    expect(owners).toHaveLength(1);
    expect(accounts.map(({ userId }) => userId)).toEqual(expect.arrayContaining(owners));
    await expectKept(guest, placed, other, owners[0] ?? "");
    replies.placed.push(placed);
    replies.contacted.push(contacted);
  });
  const all = [...replies.placed, ...replies.contacted];
  expect(all.filter(({ status }) => status >= 500)).toEqual([]);
  const placed = tally(replies.placed)["201"] ?? 0;
  // Both outcomes occurred, otherwise the test would prove nothing.
  expect(placed).toBeGreaterThan(0);
  expect(placed).toBeLessThan(races);
  expect(await stockOf(variant)).toBe(stock - 2 * placed);
  expect(await db.discount.findUnique({ where: { id: coupon.id } })).toMatchObject({ usedCount: placed });
});

test("100 times: two accounts sign in with one guest's session at once, and one of them gets all of it", {
  timeout: 90_000,
}, async () => {
  const wins = [0, 0];
  await race(100, async ({ accounts, random }) => {
    const guest = await guestAtTheTill();
    await place(guest);
    const replies = await Promise.all(
      accounts.map(({ email }) => sleep(random() * 5).then(() => signInFrom(guest.session, email))),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    const owners = await ownersOf(guest.session);
    expect(owners).toHaveLength(1);
    const winner = accounts.findIndex(({ userId }) => userId === owners[0]);
    wins[winner] = (wins[winner] ?? 0) + 1;
    const [order] = await db.order.findMany({
      where: { anonymousId: guest.session.userId },
      include: { events: true },
    });
    expect(order?.events.filter(({ type }) => type === "order.moved_to_account")).toHaveLength(1);
  });
  // Either one can win.
  expect(Math.min(...wins)).toBeGreaterThan(0);
});

test("a sign-in that waits for an order being placed holds no lock that the order needs", async () => {
  const account = await signUp();
  const { session, cart } = await guestAtTheTill();
  const { id } = await db.cart.findUniqueOrThrow({ where: { tokenHash: hashCartToken(cart) } });
  const { status } = await interleave(
    id,
    () => signInFrom(session, account.email),
    async (tx) => {
      // The lock of an order's foreign key: it would deadlock with a sign-in that had locked the guest.
      await tx.$queryRaw`select 1 from "user" where id = ${session.userId}::uuid for key share nowait`;
    },
  );
  expect(status).toBe(200);
  expect(await ownersOf(session)).toEqual([account.userId]);
});
