import { beforeEach, expect, test } from "vitest";
import { asNobody } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { openAuth } from "#test/support/accounts.ts";
import { openInbox } from "#test/support/inbox.ts";
import { startGuestSession } from "#test/support/sessions.ts";
import { claimToken, makeClaimant, ordersOfGuests } from "../testing/claimant.ts";
import { claims } from "../verbs.ts";
import { requestClaim } from "./claim-link.ts";
import { openClaim } from "./claim-orders.ts";
import { claimableOrders } from "./claimable-orders.ts";

const inbox = await openInbox();

beforeEach(() => {
  inbox.received.length = 0;
});

const claimMails = () => inbox.received.filter(({ raw }) => raw.includes("/account/claim/"));
const unknownLink = { code: "not_found", message: "Link not found" };

test("an unverified account has nothing to claim and gets no link", async () => {
  const { ctx, email } = await makeClaimant(undefined, false);
  await ordersOfGuests(email, 1);
  expect(await claimableOrders(ctx)).toEqual([]);
  await expect(requestClaim(ctx)).rejects.toMatchObject({ code: "bad_request" });
  expect(claimMails()).toEqual([]);
});

test("guest orders with the address, in any spelling, are claimable, latest first", async () => {
  const { ctx, email } = await makeClaimant();
  const [first] = await ordersOfGuests(email, 1);
  const [second] = await ordersOfGuests(email.toUpperCase(), 1);
  await ordersOfGuests(`other-${email}`, 1);
  expect((await claimableOrders(ctx)).map(({ id }) => id)).toEqual([second?.order.id, first?.order.id]);
});

test("a link is mailed only to the account's own mailbox, and only with something to claim", async () => {
  const claimant = await makeClaimant();
  await requestClaim(claimant.ctx);
  expect(claimMails()).toEqual([]);
  await ordersOfGuests(claimant.email, 1);
  expect(await claimToken(inbox, claimant)).toMatch(/^[\w-]{43}$/);
  expect(claimMails().map(({ recipients }) => recipients)).toEqual([[claimant.email]]);
});

test("opening the link shows the orders, any number of times, and moves nothing", async () => {
  const claimant = await makeClaimant();
  const [bought] = await ordersOfGuests(claimant.email, 1);
  const token = await claimToken(inbox, claimant);
  for (const _ of [1, 2, 3])
    expect(await openClaim(claimant.ctx, { token })).toMatchObject([{ id: bought?.order.id }]);
  expect(await db.order.findUnique({ where: { id: bought?.order.id ?? "" } })).toMatchObject({
    userId: bought?.session.userId,
  });
});

test("a mail scanner, guest or other account that opens the link gets nothing and does not use it up", async () => {
  const claimant = await makeClaimant();
  const other = await makeClaimant();
  const { userId } = await startGuestSession();
  await ordersOfGuests(claimant.email, 1);
  await ordersOfGuests(other.email, 1);
  const token = await claimToken(inbox, claimant);
  const guest = { actor: { type: "anonymous", userId, anonymousId: userId } } as const;
  for (const ctx of [asNobody, guest])
    await expect(perform(claims.open, ctx, { token })).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(openClaim(other.ctx, { token })).rejects.toMatchObject(unknownLink);
  expect(await openClaim(claimant.ctx, { token })).toHaveLength(1);
});

test("somebody who signed up with a victim's address cannot claim, even after the victim verified it", async () => {
  const stranger = await makeClaimant(undefined, false);
  const [bought] = await ordersOfGuests(stranger.email, 1);
  await openAuth((await inbox.linkTo(stranger.email, "/auth/verify-email")).href);
  const verified = { actor: { ...stranger.ctx.actor, emailVerified: true } } as typeof stranger.ctx;
  await requestClaim(verified);
  // The link is in the victim's mailbox. This is what the stranger can send without it.
  for (const token of ["", stranger.session.token, "x".repeat(43)])
    await expect(openClaim(verified, { token })).rejects.toMatchObject(unknownLink);
  expect(await db.order.count({ where: { userId: bought?.session.userId ?? "" } })).toBe(1);
});

test("a newer link replaces the older one", async () => {
  const claimant = await makeClaimant();
  await ordersOfGuests(claimant.email, 1);
  const older = await claimToken(inbox, claimant);
  inbox.received.length = 0;
  const newer = await claimToken(inbox, claimant);
  await expect(openClaim(claimant.ctx, { token: older })).rejects.toMatchObject(unknownLink);
  expect(await openClaim(claimant.ctx, { token: newer })).toHaveLength(1);
});

test("of five links requested at once, one works", async () => {
  const claimant = await makeClaimant();
  await ordersOfGuests(claimant.email, 1);
  await Promise.all(Array.from({ length: 5 }, () => requestClaim(claimant.ctx)));
  const tokens = claimMails().map(({ parsed }) => parsed.text?.match(/claim\/([\w-]{43})/)?.[1] ?? "");
  expect(new Set(tokens).size).toBe(5);
  const opened = await Promise.allSettled(tokens.map((token) => openClaim(claimant.ctx, { token })));
  expect(opened.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a link is valid for an hour", async () => {
  const claimant = await makeClaimant();
  await ordersOfGuests(claimant.email, 1);
  const token = await claimToken(inbox, claimant);
  const identifier = { contains: claimant.session.userId };
  const [row] = await db.verification.findMany({ where: { identifier } });
  const minutes = (Number(row?.expiresAt) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(59);
  expect(minutes).toBeLessThanOrEqual(60);
  await db.verification.updateMany({ where: { identifier }, data: { expiresAt: new Date() } });
  await expect(openClaim(claimant.ctx, { token })).rejects.toMatchObject(unknownLink);
});

test("the database does not contain the link", async () => {
  const claimant = await makeClaimant();
  await ordersOfGuests(claimant.email, 1);
  const token = await claimToken(inbox, claimant);
  expect(JSON.stringify(await db.verification.findMany())).not.toContain(token);
});

test("with the mail server down, the customer is told to try again, and the next try works", async () => {
  const claimant = await makeClaimant();
  await ordersOfGuests(claimant.email, 1);
  inbox.plan.push("try-later");
  await expect(requestClaim(claimant.ctx)).rejects.toMatchObject({ code: "unavailable" });
  expect(await openClaim(claimant.ctx, { token: await claimToken(inbox, claimant) })).toHaveLength(1);
});
