import { beforeEach, describe, expect, test, vi } from "vitest";
import { lookupOrder, trackOrder } from "#lib/guest-checkout/routes.ts";
import { db, frequent, pool } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { shop } from "#lib/shop.ts";
import { runBatch } from "#lib/worker/run-batch.ts";
import { startWorker } from "#lib/worker/worker.ts";
import { signInFrom } from "#test/support/accounts.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy, fillCart } from "#test/support/checkout.ts";
import { deliver } from "#test/support/deliver.ts";
import { orderOf } from "#test/support/expect.ts";
import { openInbox } from "#test/support/inbox.ts";
import { wakeForRetries } from "#test/support/jobs.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";
import { until } from "#test/support/until.ts";

const inbox = await openInbox();

beforeEach(() => {
  inbox.received.length = 0;
});

const times = (count: number) => Array.from({ length: count });
const idOf = (orderId: string, kind: string) => expect.stringMatching(`^<order\\.${orderId}\\.${kind}\\.v1@`);
const messageIds = () => orderMails().map(({ parsed }) => parsed.messageId);
// A new account gets a mail, too.
const orderMails = () => inbox.received.filter(({ parsed }) => parsed.messageId?.startsWith("<order."));
const tokensOf = (orderId: string) => db.lookupToken.findMany({ where: { orderId } });

async function buyAsGuest() {
  return buy({ variant: await makeVariant() });
}

async function buyAsCustomer() {
  const session = await signUp();
  return { ...(await buy({ variant: await makeVariant(), session })), account: session };
}

test("order.placed, delivered 100 times at once and again, mints one token and sends one mail", async () => {
  const { order, email } = await buyAsGuest();
  await Promise.all(times(100).map(() => deliver("order.placed", { orderId: order.id })));
  const minted = await tokensOf(order.id);
  await deliver("order.placed", { orderId: order.id });
  expect(minted).toHaveLength(1);
  expect(await tokensOf(order.id)).toEqual(minted);
  expect(messageIds()).toEqual([idOf(order.id, "confirmation")]);
  expect(orderMails()[0]?.recipients).toEqual([email]);
});

test("the link in the mail leads to the storefront and opens only this order", async () => {
  const { order } = await buyAsGuest();
  await deliver("order.placed", { orderId: order.id });
  const { html = "", text = "" } = orderMails()[0]?.parsed ?? {};
  const links = new Set(`${html} ${text}`.match(/https?:\/\/[^\s"'<>]*\/order-status\/[\w-]+/g));
  expect(links.size).toBe(1);
  const [link = ""] = links;
  expect(link).toMatch(/^http:\/\/localhost:3000\/order-status\/[A-Za-z0-9_-]{43}$/);
  const token = link.slice(-43);
  expect(orderOf(await call(trackOrder, { params: { token } }))).toEqual(order);
});

test("with many concurrent orders, each guest gets the mail about their own order", async () => {
  const orders = await Promise.all(times(10).map(buyAsGuest));
  await Promise.all(orders.map(({ order }) => deliver("order.placed", { orderId: order.id })));
  const sent = Object.fromEntries(
    inbox.received.map((mail) => [mail.recipients.join(), mail.parsed.messageId]),
  );
  expect(inbox.received).toHaveLength(10);
  expect(sent).toEqual(
    Object.fromEntries(orders.map(({ order, email }) => [email, idOf(order.id, "confirmation")])),
  );
});

describe("who gets which mail", () => {
  test("an account gets only the default mail, and its order no token", async () => {
    const { order, email } = await buyAsCustomer();
    await deliver("order.placed", { orderId: order.id });
    expect(messageIds()).toEqual([idOf(order.id, "placed")]);
    expect(orderMails()[0]?.recipients).toEqual([email]);
    expect(orderMails()[0]?.raw).not.toContain("/order-status/");
    expect(await tokensOf(order.id)).toEqual([]);
  });

  test("an account that ordered a cart begun as a guest gets the default mail and its points", async () => {
    const guest = await startGuestSession();
    await fillCart(guest, { variant: await makeVariant() });
    const { email, userId } = await signUp();
    const { token } = await signInFrom(guest, email);
    const { order } = await buy({ lines: [], session: { token, userId }, email });
    await deliver("order.placed", { orderId: order.id });
    expect(messageIds()).toEqual([idOf(order.id, "placed")]);
    expect(await tokensOf(order.id)).toEqual([]);
    expect(await db.rewardEntry.count({ where: { orderId: order.id, userId } })).toBe(1);
    const lookup = await call(lookupOrder, { body: { email, orderNumber: order.orderNumber } });
    expect(lookup.body.errorCode).toBe("GUEST_ORDER_NOT_FOUND");
  });

  test("a guest gets only the confirmation, and the placeholder address nothing", async () => {
    const { order, email, session } = await buyAsGuest();
    const user = await db.user.findUniqueOrThrow({ where: { id: session.userId } });
    await deliver("order.placed", { orderId: order.id });
    expect(messageIds()).toEqual([idOf(order.id, "confirmation")]);
    expect(orderMails()[0]?.recipients).toEqual([email]);
    expect(orderMails()[0]?.raw).not.toContain(user.email);
  });

  test("a missing order sends nothing", async () => {
    await deliver("order.placed", { orderId: crypto.randomUUID() });
    expect(inbox.received).toEqual([]);
  });
});

test("ten orders cost the worker a statement each to record the mail, and one for all their links, leases, points, and per queue to read them", async () => {
  const orders = await Promise.all(times(10).map(buyAsGuest));
  const query = vi.spyOn(frequent, "query");
  for (const handler of shop.handlers.filter(({ on }) => on.includes("order.placed"))) {
    const jobs = orders.map(({ order }) => ({
      id: newId(),
      data: { id: newId(), type: "order.placed", orderId: order.id },
      retryCount: 0,
    }));
    await runBatch(handler, jobs);
  }
  const statements = query.mock.calls.length;
  expect(statements).toBeGreaterThanOrEqual(1 + 1 + 1 + 1 + 2);
  expect(statements).toBeLessThanOrEqual(10 + 1 + 1 + 1 + 2);
  query.mockRestore();
  expect(orderMails()).toHaveLength(10);
  expect(
    await db.rewardEntry.count({ where: { orderId: { in: orders.map(({ order }) => order.id) } } }),
  ).toBe(10);
});

test("with the mail server down, orders are placed, and every mail is sent once when it is back", async () => {
  await inbox.stop();
  const worker = await startWorker(shop.handlers);
  try {
    const orders = await Promise.all(times(3).map(buyAsGuest));
    const ids = orders.map(({ order }) => order.id);
    await until(() => allJobs(ids, "retry_count > 0"), 30_000);
    const minted = await Promise.all(ids.map(tokensOf));
    await inbox.start();
    await until(() => allJobs(ids, "state = 'completed'"), 30_000);
    expect(messageIds().sort()).toEqual(ids.toSorted().map((id) => idOf(id, "confirmation")));
    expect(await Promise.all(ids.map(tokensOf))).toEqual(minted);
    expect(minted.flat()).toHaveLength(3);
  } finally {
    await worker.stop();
  }
}, 60_000);

async function allJobs(orderIds: string[], which: string): Promise<boolean> {
  await wakeForRetries();
  const { rows } = await pool.query(
    `select 1 from pgboss.job where name = 'order-mail' and data ->> 'orderId' = any ($1) and ${which}`,
    [orderIds],
  );
  return rows.length === orderIds.length;
}
