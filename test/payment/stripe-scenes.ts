import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { loadOrder, type Order, tendDuePayments, visitAttempt } from "#lib/commerce/order/index.ts";
import { webhooksApi } from "#lib/dialects/webhooks/index.ts";
import { asShop } from "#lib/platform/context.ts";
import { db, Prisma } from "#lib/platform/database/db.ts";
import { responseOf } from "#lib/platform/http/index.ts";
import { type StripeShop, startStripeShop, webhookSecret } from "#test/fakes/stripe/shop.ts";
import type { Charge, Intent, Session } from "#test/fakes/stripe/state.ts";
import { serveHttp, type TestServer } from "#test/support/http-server.ts";
import { histories, randomFrom, seed } from "#test/support/random.ts";
import { until } from "#test/support/until.ts";
import { type AtTheTill, atTheTill, letTimePass, makeDue, pay } from "./checkout.ts";
import { addProvider } from "./offer.ts";

export const stockAtFirst = 5;

/** How often each scene is played. */
export const runs = histories(2);
/** For a test's options: a scene may be played by many shoppers on a busy machine. */
export const patiently = { timeout: 60_000 + runs * 6_000 };
const patienceMs = 15_000 + runs * 1_000;

const atOnce = 5;
const random = randomFrom(seed);

/** A shopper on Stripe's page. */
export type Away = { shopper: AtTheTill; attemptId: string; session: string };

export let stripe: StripeShop;
let webhook: TestServer;

/** Offers Stripe in this test file, with a fake behind it whose events arrive. */
export function offerStripe(): void {
  let withdraw: () => void;
  beforeAll(async () => {
    stripe = await startStripeShop();
    withdraw = addProvider(stripe.provider);
    const webhooks = webhooksApi();
    webhook = await serveHttp(async (request) => responseOf(await webhooks.serve(request)));
    await stripe.fake.control("webhook", { url: `${webhook.url}/webhooks/stripe`, secret: webhookSecret });
  });
  afterAll(async () => {
    withdraw();
    await stripe.fake.close();
    await webhook.close();
  });
  afterEach(() => stripe.fake.control("heal"));
}

/** Does something for everybody, a few at a time, each at a random moment. */
export async function each<T, R>(all: readonly T[], act: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  const left = [...all.entries()];
  const turn = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      await soon();
      done[next[0]] = await act(next[1]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, turn));
  return done;
}

/** Plays a scene `runs` times, a few at a time. */
export async function often(scene: () => Promise<void>): Promise<void> {
  await each(Array.from({ length: runs }), scene);
}

/** As many shoppers on Stripe's page as scenes are played. */
export function manyAway(coupons: string[] = []): Promise<Away[]> {
  return each(Array.from({ length: runs }), async () => goAway(await atTheTill(stockAtFirst, { coupons })));
}

/** A random moment later. */
export async function soon(): Promise<void> {
  await sleep(random() * 40);
}

export async function goAway(shopper?: AtTheTill): Promise<Away> {
  const who = shopper ?? (await atTheTill(stockAtFirst));
  const { attempt } = await payByStripe(who);
  if (!attempt) throw new Error("Nobody was led to Stripe");
  return {
    shopper: who,
    attemptId: attempt.id,
    session: new URL(attempt.redirectUrl).pathname.split("/").at(-1) ?? "",
  };
}

export const payByStripe = (shopper: AtTheTill) =>
  pay(shopper, { paymentProvider: "stripe", paymentMethod: "checkout" });
export const payByTransfer = (shopper: AtTheTill) =>
  pay(shopper, { paymentProvider: "bank-transfer", paymentMethod: "bank_transfer" });

export const pays = (
  { session }: Away,
  card?: "4000000000000002" | "4000002500003155" | "4000000000005126",
) => stripe.fake.control("pay", { session, ...(card && { card }) });
export const comesBack = ({ shopper, attemptId }: Away) => visitAttempt(shopper.ctx, { id: attemptId });
export const events = ({ session }: Away, faults: { lost?: string[]; held?: boolean; copies?: number }) =>
  stripe.fake.control("events", { session, ...faults });
export const orderOf = ({ shopper }: Away): Promise<Order | null> =>
  loadOrder(asShop, Prisma.sql`o.cart_id = ${shopper.cartId}::uuid`);
export const isOrdered = (away: Away): Promise<Order> => until(() => orderOf(away), patienceMs);
export const goneStock = ({ shopper }: Away) =>
  db.stock.updateMany({ where: { variantId: shopper.variant.variantId }, data: { quantity: 0 } });

export async function workerLooks({ shopper }: Away): Promise<void> {
  await makeDue(shopper);
  await tendDuePayments();
}

type AtStripe = { sessions: Session[]; intents: Intent[]; charges: Charge[] };

const attemptsOf = ({ shopper }: Away) =>
  db.payment.findMany({ where: { cartId: shopper.cartId, provider: "stripe" } });

/** Stripe's state of the cart's attempts, read without a call that may fail. Amounts in cents. */
export async function atStripe(away: Away) {
  const ids = new Set((await attemptsOf(away)).map(({ id }) => id));
  const known = (await stripe.fake.control("state")) as AtStripe;
  const sessions = known.sessions.filter((session) => ids.has(session.client_reference_id ?? ""));
  const intents = known.intents.filter(({ id }) => sessions.some((session) => session.payment_intent === id));
  const charges = known.charges.filter(({ payment_intent: paid }) => intents.some(({ id }) => id === paid));
  return {
    sessions,
    intents,
    held: sum(intents.map((intent) => intent.amount_received)) - sum(charges.map(givenBack)),
    reserved: sum(
      intents.map(({ status, amount_capturable: open }) => (status === "requires_capture" ? open : 0)),
    ),
  };
}

/** Stripe marks what was released, or not captured, as refunded, too. */
function givenBack({ amount, amount_captured: captured, amount_refunded: refunded }: Charge): number {
  return Math.max(0, refunded - (amount - captured));
}

/** The payment of a paid page. */
export async function intentOf(away: Away): Promise<Intent> {
  const [intent] = (await atStripe(away)).intents;
  if (!intent) throw new Error("It was not paid");
  return intent;
}

/** The final state: one order or none, and every cent where it belongs. */
export async function expectSound(
  away: Away,
  wanted: "ordered" | "not ordered" | "either" = "either",
): Promise<void> {
  // Other shoppers' workers claim the same payments.
  await until(async () => {
    await letTimePass(away.shopper);
    await tendDuePayments();
    return (await attemptsOf(away)).every(({ dueAt }) => dueAt === null);
  }, patienceMs);
  const { sessions, held, reserved } = await atStripe(away);
  const rows = await attemptsOf(away);
  const order = await orderOf(away);
  if (wanted !== "either") expect(order === null ? "not ordered" : "ordered").toBe(wanted);
  expect(sessions.filter(({ status }) => status === "open")).toEqual([]);
  expect(rows.filter(({ state }) => state === "started" || state === "redirected")).toEqual([]);
  expect(order ? order.balance.paid - order.balance.refunded : 0).toBe(held);
  const isWaiting = order?.paymentStatus === "authorized" && order.status !== "cancelled";
  expect(reserved).toBe(isWaiting ? order.totals.total : 0);
  if (order?.status === "cancelled") expect(held).toBe(0);
  const cart = await db.cart.findUniqueOrThrow({ where: { id: away.shopper.cartId } });
  expect([cart.status, cart.payingId]).toEqual([order ? "ordered" : "active", null]);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
