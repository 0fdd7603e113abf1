import { beforeEach, expect, test } from "vitest";
import { db, withTransaction } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import { makeOldGuests } from "#test/support/old-guests.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";
import { deleteExpired } from "./index.ts";

const variant = await makeVariant();
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000);
const old = daysAgo(31);

// Each test starts with nothing to delete.
beforeEach(async () => {
  await deleteExpired();
});

const countGuests = () => db.user.count({ where: { isAnonymous: true } });
const exists = async (id: string) => (await db.user.count({ where: { id } })) === 1;

const makeClient = () =>
  db.apiClient.create({ data: { id: newId(), secretHash: "", name: "A client", scopes: [] } });

async function grow(userId: string, createdAt = old): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { createdAt } });
}

const endSessions = (userId: string) =>
  db.session.updateMany({ where: { userId }, data: { expiresAt: daysAgo(1) } });

test("1,200 old guests, more than a batch, are deleted with everything that belongs to them", async () => {
  const before = await countGuests();
  await makeOldGuests(1_200, variant);
  expect(await deleteExpired()).toMatchObject({ guests: 1_200 });
  expect(await countGuests()).toBe(before);
  expect(await db.cart.count({ where: { updatedAt: old } })).toBe(0);
  expect(await db.payment.count({ where: { orderId: null } })).toBe(0);
  expect(await deleteExpired()).toMatchObject({ guests: 0 });
});

test("two concurrent runs share the work: each guest is deleted once and neither run fails", async () => {
  await makeOldGuests(1_200, variant);
  const [one, two] = await Promise.all([deleteExpired(), deleteExpired()]);
  expect(Number(one.guests) + Number(two.guests)).toBe(1_200);
  expect(await deleteExpired()).toMatchObject({ guests: 0 });
});

test("a guest with an order is kept, however old, with the order", async () => {
  const { session, order } = await buy({ variant });
  await grow(session.userId, daysAgo(4000));
  await endSessions(session.userId);
  await deleteExpired();
  expect(await exists(session.userId)).toBe(true);
  expect(await db.order.count({ where: { id: order.id, userId: session.userId } })).toBe(1);
});

test("a guest with a session is kept, and deleted once it has ended", async () => {
  const { userId } = await startGuestSession();
  await grow(userId);
  await deleteExpired();
  expect(await exists(userId)).toBe(true);
  await endSessions(userId);
  await deleteExpired();
  expect(await exists(userId)).toBe(false);
});

test("a guest with an access token is kept, and deleted once it has expired", async () => {
  const { userId } = await startGuestSession();
  await grow(userId);
  await endSessions(userId);
  const client = await makeClient();
  await db.oAuthToken.create({
    data: {
      kind: "refresh",
      tokenHash: newId(),
      clientId: client.id,
      userId,
      scopes: [],
      expiresAt: daysAgo(-1),
    },
  });
  await deleteExpired();
  expect(await exists(userId)).toBe(true);
  await db.oAuthToken.updateMany({ where: { userId }, data: { expiresAt: daysAgo(1) } });
  await deleteExpired();
  expect(await exists(userId)).toBe(false);
});

test("a guest younger than thirty days is kept, and an account without data forever", async () => {
  const [guest, account] = [await startGuestSession(), await signUp()];
  await grow(guest.userId, daysAgo(29.9));
  await grow(account.userId, daysAgo(4000));
  for (const { userId } of [guest, account]) await endSessions(userId);
  await deleteExpired();
  expect([await exists(guest.userId), await exists(account.userId)]).toEqual([true, true]);
});

test("a guest who is placing an order is skipped without waiting", async () => {
  const { userId } = await startGuestSession();
  await grow(userId);
  await endSessions(userId);
  await withTransaction(async (tx) => {
    // The lock that the order's foreign key takes until the order is placed.
    await tx.$queryRaw`select 1 from "user" where id = ${userId}::uuid for key share`;
    expect(await deleteExpired()).toMatchObject({ guests: 0 });
  });
  expect(await deleteExpired()).toMatchObject({ guests: 1 });
});

test("only expired sessions, verifications, tokens, answers, holds, limits and mails are deleted", async () => {
  const { userId } = await signUp();
  const { session, order } = await buy({ variant });
  const [{ id: cartId } = { id: "" }] = await db.cart.findMany({ where: { userId: session.userId } });
  const other = await makeVariant();
  const client = await makeClient();
  for (const [at, variantId] of [
    [daysAgo(0.001), variant.variantId],
    [daysAgo(-0.01), other.variantId],
  ] as const) {
    const key = newId();
    await db.session.create({ data: { token: key, userId, expiresAt: at } });
    await db.verification.create({ data: { identifier: key, value: key, expiresAt: at } });
    await db.oAuthToken.create({
      data: { kind: "access", tokenHash: key, clientId: client.id, scopes: [], expiresAt: at },
    });
    await db.stockHold.create({ data: { cartId, variantId, quantity: 1, expiresAt: at } });
    await db.rateLimit.create({ data: { key, expire: BigInt(at.getTime()) } });
  }
  for (const age of [1.01, 0.99])
    await db.idempotencyRecord.create({
      data: {
        userId,
        key: newId(),
        fingerprint: "",
        orderId: order.id,
        response: "",
        createdAt: daysAgo(age),
      },
    });
  for (const age of [730.1, 729.9])
    await db.outgoingMail.create({ data: { messageId: newId(), sentAt: daysAgo(age) } });
  expect(await deleteExpired()).toMatchObject({
    sessions: 1,
    verifications: 1,
    oauthTokens: 1,
    idempotencyRecords: 1,
    holds: 1,
    rateLimits: 1,
    outgoingMails: 1,
    carts: 0,
    guests: 0,
  });
});

test("an expired cart is deleted with its merges and holds; an ordered one never is", async () => {
  const { userId } = await signUp();
  const { order } = await buy({ variant });
  const make = (days: number, expiresAfterDays: number, status: "active" | "merged" = "active") =>
    db.cart.create({
      data: {
        tokenHash: newId(),
        userId,
        status,
        currency: "USD",
        country: "US",
        expiresAfterDays,
        updatedAt: daysAgo(days),
      },
    });
  const [gone, merged, kept] = [await make(91, 90), await make(91, 90, "merged"), await make(91, 92)];
  await db.cartMerge.create({ data: { cartId: gone.id, mergedCartId: merged.id, before: {}, report: {} } });
  await db.stockHold.create({
    data: { cartId: gone.id, variantId: variant.variantId, quantity: 1, expiresAt: daysAgo(-1) },
  });
  await db.cart.updateMany({ where: { order: { id: order.id } }, data: { updatedAt: daysAgo(4000) } });
  expect(await deleteExpired()).toMatchObject({ carts: 2 });
  expect(await db.cart.findMany({ where: { userId }, select: { id: true } })).toEqual([{ id: kept.id }]);
  expect(await db.cart.count({ where: { order: { id: order.id } } })).toBe(1);
  expect(await db.cartMerge.count({ where: { cartId: gone.id } })).toBe(0);
});
