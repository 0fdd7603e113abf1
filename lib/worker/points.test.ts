import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { shop } from "#lib/shop.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import { deliver } from "#test/support/deliver.ts";
import { signUp } from "#test/support/sessions.ts";
import { runBatch } from "./run-batch.ts";

const pointsOf = (orderId: string) => db.rewardEntry.findMany({ where: { orderId } });

async function buyAsCustomer() {
  const session = await signUp();
  const { order } = await buy({ variant: await makeVariant(), quantity: 3, session, email: session.email });
  return { session, order };
}

test("points are given once, one per whole unit, to the customer who placed the order", async () => {
  const { session, order } = await buyAsCustomer();
  const many = Array.from({ length: 20 }, () => deliver("order.placed", { orderId: order.id }));
  await Promise.allSettled(many);
  expect(order.totals.total).toBe(3740);
  expect(await pointsOf(order.id)).toMatchObject([{ userId: session.userId, points: 37n }]);
});

test("a batch is handled at once: only a malformed job in it fails", async () => {
  const { order } = await buyAsCustomer();
  const points = shop.handlers.find(({ name }) => name === "points");
  if (!points) throw new Error("Nobody listens");
  const placed = { id: newId(), type: "order.placed", orderId: order.id };
  const jobs = [placed, "order", { ...placed, orderId: newId() }].map((data) => ({
    id: newId(),
    data,
    retryCount: 0,
  }));
  expect((await runBatch(points, jobs)).map(({ status }) => status)).toEqual([
    "completed",
    "failed",
    "completed",
  ]);
  expect(await pointsOf(order.id)).toHaveLength(1);
  expect(await runBatch(points, jobs.slice(1, 2))).toMatchObject([{ status: "failed" }]);
});
