import { expect, test } from "vitest";
import { changeCart } from "#lib/commerce/cart/index.ts";
import { db, Prisma } from "#lib/platform/db.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { type AtTheTill, atTheTill, letTimePass, makeDue, pay } from "#test/payment/checkout.ts";
import { type Fault, type Gateway, openGateway } from "#test/payment/gateway.ts";
import { offer } from "#test/payment/offer.ts";
import { stockOf } from "#test/support/catalogue.ts";
import { randomFrom, seed } from "#test/support/random.ts";
import { until } from "#test/support/until.ts";
import {
  loadOrder,
  type Order,
  orders,
  receiveWebhook,
  refundOrder,
  tendDuePayments,
  visitAttempt,
} from "./index.ts";

const gateway = openGateway();
offer(gateway.provider);
gateway.provider.webhook = async (request) => [JSON.parse(await request.text())];

const runs = Number(process.env.HISTORIES ?? 5);
const shop = { actor: { type: "shop" } } as const;

/** A timed event. Errors are part of the history. */
type Happening = { name: string; at: number; act: () => Promise<unknown> };

type History = { shopper: AtTheTill; log: string[]; random: () => number };

const attemptsOf = ({ cartId }: AtTheTill) =>
  db.payment.findMany({ where: { cartId }, orderBy: { createdAt: "asc" } });
const orderOf = ({ cartId }: AtTheTill) => loadOrder(shop, Prisma.sql`o.cart_id = ${cartId}::uuid`);

const own = (shopper: AtTheTill, { notices, sessions }: Gateway, ids: Set<string>) => ({
  notices: notices.filter(({ attempt }) => "id" in attempt && ids.has(attempt.id)),
  sessions: sessions().filter(({ attemptId }) => ids.has(attemptId)),
  shopper,
});

async function told({ shopper, random }: History, times: number): Promise<void> {
  const ids = new Set((await attemptsOf(shopper)).map(({ id }) => id));
  const { notices } = own(shopper, gateway, ids);
  const some = notices.flatMap((notice) => Array.from({ length: times }, () => notice));
  const shuffled = some.map((notice) => ({ notice, key: random() })).sort((a, b) => a.key - b.key);
  await Promise.all(
    shuffled.map(({ notice }) => {
      const body = JSON.stringify(notice);
      return receiveWebhook("gateway", new Request("http://shop/webhooks/gateway", { method: "POST", body }));
    }),
  );
}

async function lastAttempt(shopper: AtTheTill): Promise<string> {
  return (await attemptsOf(shopper)).at(-1)?.id ?? "";
}

/** Everything that can happen to a cart. */
function happeningsOf(history: History): Record<string, () => Promise<unknown>> {
  const { shopper, random } = history;
  const order = () => orderOf(shopper);
  const someAmount = ({ totals }: Order) => 1 + Math.floor(random() * totals.total);
  return {
    "goes to pay": () => pay(shopper),
    "goes to pay in another tab": () => pay(shopper),
    "pays at once": () => pay(shopper, { paymentMethod: "direct" }),
    "is declined": () => pay(shopper, { paymentMethod: "declines" }),
    "chooses a transfer": () => pay(shopper, { paymentProvider: "bank-transfer", paymentMethod: undefined }),
    "pays at the page": async () => gateway.pay(await lastAttempt(shopper)),
    "pays at the first page": async () => gateway.pay((await attemptsOf(shopper))[0]?.id ?? ""),
    returns: async () => visitAttempt(shopper.ctx, { id: await lastAttempt(shopper) }),
    "returns twice": async () => {
      const id = await lastAttempt(shopper);
      return Promise.all([visitAttempt(shopper.ctx, { id }), visitAttempt(shopper.ctx, { id })]);
    },
    "the gateway tells": () => told(history, 1),
    "the gateway tells twenty times": () => told(history, 20),
    "changes the cart": () =>
      changeCart(shopper.ctx, { token: shopper.cart }, (_ctx, cart) => ({
        ...cart,
        lines: cart.lines.map((line) => ({ ...line, quantity: 3 - line.quantity })),
      })),
    "the worker looks": async () => {
      await makeDue(shopper);
      await tendDuePayments();
    },
    "time passes": () => letTimePass(shopper),
    "the stock goes": () =>
      db.stock.updateMany({ where: { variantId: shopper.variant.variantId }, data: { quantity: 0 } }),
    "the database drops everybody": () => db.$queryRaw`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`,
    cancels: async () => {
      const placed = await order();
      return placed && perform(orders.cancel, shopper.ctx, { id: placed.id });
    },
    "two refunds at once": async () => {
      const placed = await order();
      if (!placed) return null;
      const name = { id: placed.id };
      const refund = () => refundOrder(shop, { order: name, amount: someAmount(placed) });
      return Promise.allSettled([refund(), refund()]);
    },
    "all is refunded, twice at once": async () => {
      const placed = await order();
      if (!placed) return null;
      const refund = () => refundOrder(shop, { order: { id: placed.id } });
      return Promise.allSettled([refund(), refund()]);
    },
  };
}

async function happen({ log }: History, { name, act }: Happening): Promise<void> {
  try {
    await act();
    log.push(name);
  } catch (error) {
    log.push(`${name}: ${isDomainError(error) ? error.code : String(error)}`);
  }
}

/** Ends the faults, lets time run out and runs the worker, then checks what must always be true. */
async function expectSound({ shopper }: History, stockBefore: number): Promise<void> {
  gateway.befall(() => "none");
  // The database may just have dropped everybody: connections that do not know it yet fail once more.
  await until(() =>
    letTimePass(shopper).then(
      () => true,
      () => false,
    ),
  );
  for (let round = 0; round < 8; round++) {
    await tendDuePayments();
    await makeDue(shopper);
  }
  const attempts = await attemptsOf(shopper);
  const { sessions } = own(shopper, gateway, new Set(attempts.map(({ id }) => id)));
  const order = await orderOf(shopper);
  const cart = await db.cart.findUniqueOrThrow({ where: { id: shopper.cartId } });
  expect(attempts.filter(({ dueAt }) => dueAt !== null)).toEqual([]);
  expect(attempts.filter(({ state }) => state === "started" || state === "redirected")).toEqual([]);
  expect(cart.payingId).toBeNull();
  expect(cart.status).toBe(order ? "ordered" : "active");
  // Every cent is where it belongs.
  expect(sessions.filter(({ state }) => state === "authorized")).toEqual([]);
  const held = sessions.reduce((sum, { captured, refunded }) => sum + captured - refunded, 0);
  expect(order ? order.balance.paid - order.balance.refunded : 0).toBe(held);
  for (const { attemptId, captured, refunded } of sessions) {
    const attempt = attempts.find(({ id }) => id === attemptId);
    expect([Number(attempt?.captured), Number(attempt?.refunded)]).toEqual([captured, refunded]);
    if (attempt?.orderId === null) expect(captured).toBe(refunded);
  }
  if (order?.payment?.provider === "gateway") expect(order.balance.paid).toBe(order.totals.total);
  if (order?.status === "cancelled") expect(held).toBe(0);
  const left = await stockOf(shopper.variant);
  const sold =
    order && order.status !== "cancelled" ? order.lines.reduce((sum, l) => sum + l.quantity, 0) : 0;
  if (stockBefore > 0) expect(left).toBe(stockBefore - sold);
}

const faults: Fault[] = ["none", "none", "down", "cut", "late"];

async function history(number: number, names: string[], { chaos = true } = {}): Promise<void> {
  const random = randomFrom(seed + number);
  const shopper = await atTheTill();
  const course: History = { shopper, log: [], random };
  if (chaos) gateway.befall(() => faults[Math.floor(random() * faults.length)] ?? "none");
  const all = happeningsOf(course);
  await happen(course, { name: "goes to pay", at: 0, act: () => pay(shopper) });
  const happenings = names
    .map((name) => ({ name, at: random() * 60, act: all[name] ?? (() => Promise.reject(new Error(name))) }))
    .sort((a, b) => a.at - b.at);
  await Promise.all(
    happenings.map(async (happening) => {
      await new Promise((resolve) => setTimeout(resolve, happening.at));
      await happen(course, happening);
    }),
  );
  const stockWent = names.includes("the stock goes");
  try {
    await expectSound(course, stockWent ? 0 : 5);
  } catch (error) {
    throw new Error(`History ${number} (SEED=${seed}): ${course.log.join("; ")}`, { cause: error });
  }
}

const scenes: [string, string[]][] = [
  ["the gateway's word first", ["pays at the page", "the gateway tells", "returns"]],
  [
    "return and word at once, twenty times",
    ["pays at the page", "returns twice", "the gateway tells twenty times"],
  ],
  ["the tab is closed after paying", ["pays at the page", "the worker looks"]],
  ["two tabs, two ways to pay", ["chooses a transfer", "pays at the page", "returns", "the gateway tells"]],
  [
    "two tabs, the card at once in the other",
    ["pays at once", "pays at the first page", "goes to pay in another tab"],
  ],
  ["declined, then another card", ["is declined", "pays at once", "returns"]],
  ["the page is left alone", ["time passes", "the worker looks"]],
  [
    "paid when the time is up and the stock has gone",
    ["time passes", "the stock goes", "pays at the page", "the gateway tells"],
  ],
  [
    "the database goes away between any two steps",
    [
      "pays at the page",
      "the database drops everybody",
      "returns",
      "the gateway tells",
      "the database drops everybody",
      "the worker looks",
    ],
  ],
  [
    "the cart is changed",
    ["changes the cart", "pays at the first page", "the gateway tells", "goes to pay in another tab"],
  ],
  ["cancelled while the money comes", ["pays at once", "cancels", "returns", "the gateway tells"]],
  [
    "refunded twice at once",
    ["pays at once", "two refunds at once", "all is refunded, twice at once", "the worker looks"],
  ],
];

test.each(scenes)(
  `%s: one order or none, and every cent where it belongs (${runs} times)`,
  { timeout: 300_000 },
  async (_scene, names) => {
    for (let run = 0; run < runs; run++) await history(run, names);
  },
);

test(`random events in any order (${runs} times)`, { timeout: 300_000 }, async () => {
  for (let run = 0; run < runs; run++) {
    const random = randomFrom(seed - run);
    const known = Object.keys(happeningsOf({ shopper: await atTheTill(), log: [], random }));
    const names = Array.from({ length: 3 + Math.floor(random() * 9) }, () => {
      return known[Math.floor(random() * known.length)] ?? "returns";
    });
    await history(1_000 + run, names);
  }
});
