import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import { runBatch } from "./run-batch.ts";

const jobAbout = (orderId: string) => ({
  id: newId(),
  data: { id: newId(), type: "order.placed", orderId },
  retryCount: 0,
});

test("an order that cannot be read does not fail the jobs that were fetched with it", async () => {
  const [fine, broken] = await Promise.all(
    Array.from({ length: 2 }, async () => (await buy({ variant: await makeVariant() })).order.id),
  );
  if (!fine || !broken) throw new Error("Nothing was bought");
  const { shippingAddress } = await db.order.findUniqueOrThrow({ where: { id: broken } });
  await db.order.update({ where: { id: broken }, data: { shippingAddress: [] } });
  const handled: string[] = [];
  const handle = async (_event: unknown, { id }: { id: string }) => void handled.push(id);
  const outcomes = await runBatch({ name: "test", on: ["order.placed"], handle }, [
    jobAbout(broken),
    jobAbout(fine),
  ]);
  await db.order.update({ where: { id: broken }, data: { shippingAddress: shippingAddress ?? {} } });
  expect(handled).toEqual([fine]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["completed", "failed"]);
});

test("an event that fails does not fail those that are handled at once with it", async () => {
  const [fine, broken, alsoFine] = [newId(), newId(), newId()];
  const handled: string[] = [];
  const handleAll = async (events: readonly { orderId: string }[]) => {
    const ids = events.map(({ orderId }) => orderId);
    if (ids.includes(broken)) throw new Error("no");
    handled.push(...ids);
  };
  const jobs = [fine, broken, alsoFine].map(jobAbout);
  const outcomes = await runBatch({ name: "test", on: ["order.placed"], handleAll }, jobs);
  expect(outcomes.map(({ status }) => status)).toEqual(["completed", "failed", "completed"]);
  expect(handled).toEqual([fine, alsoFine]);
});
