import { expect } from "vitest";
import { tendDuePayments } from "#lib/commerce/order/index.ts";
import { db } from "#lib/platform/database/db.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { stockOf } from "#test/support/catalogue.ts";
import { randomFrom, seed } from "#test/support/random.ts";
import { until } from "#test/support/until.ts";
import { atTheTill, letTimePass, makeDue, orderOf, pay } from "./checkout.ts";
import type { Fault, Gateway } from "./gateway.ts";
import { attemptsOf, type History, happeningsOf } from "./happenings.ts";

/** A timed event. Errors are part of the history. */
type Happening = { name: string; at: number; act: () => Promise<unknown> };

const faults: Fault[] = ["none", "none", "down", "cut", "late"];

/**
 * Lets the named things happen to a new cart, each at a random moment, while the gateway fails at random; then checks
 * what must always be true. `number` decides what is random.
 */
export async function playHistory(gateway: Gateway, number: number, names: string[]): Promise<void> {
  const random = randomFrom(seed + number);
  const shopper = await atTheTill();
  const history: History = { gateway, shopper, log: [], random };
  gateway.failBy(() => faults[Math.floor(random() * faults.length)] ?? "none");
  const all = happeningsOf(history);
  await happen(history, { name: "goes to pay", at: 0, act: () => pay(shopper) });
  const happenings = names
    .map((name) => ({ name, at: random() * 60, act: all[name] ?? (() => Promise.reject(new Error(name))) }))
    .sort((a, b) => a.at - b.at);
  await Promise.all(
    happenings.map(async (happening) => {
      await new Promise((resolve) => setTimeout(resolve, happening.at));
      await happen(history, happening);
    }),
  );
  const stockWent = names.includes("the stock goes");
  try {
    await expectSound(history, stockWent ? 0 : 5);
  } catch (error) {
    throw new Error(`History ${number} (SEED=${seed}): ${history.log.join("; ")}`, { cause: error });
  }
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
async function expectSound({ gateway, shopper }: History, stockBefore: number): Promise<void> {
  gateway.failBy(() => "none");
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
  const ids = new Set(attempts.map(({ id }) => id));
  const sessions = gateway.sessions().filter(({ attemptId }) => ids.has(attemptId));
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
