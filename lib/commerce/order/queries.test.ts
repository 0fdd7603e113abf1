import { expect, test } from "vitest";
import { cancelOrder } from "#lib/dialects/store-api/routes/orders.ts";
import { db } from "#lib/platform/database/db.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import { orderOf } from "#test/support/expect.ts";
import { signUp } from "#test/support/sessions.ts";

test("a history begins with the order, even if the clock of the machine that took it is ahead of the others", async () => {
  const session = await signUp();
  const { order } = await buy({ variant: await makeVariant(), session });
  await db.orderEvent.updateMany({
    where: { orderId: order.id },
    data: { at: new Date(Date.now() + 5 * 60_000) },
  });
  const cancelled = orderOf(await call(cancelOrder, { session, params: { id: order.id } }));
  expect(cancelled.events.map(({ type }) => type)).toEqual(["order.placed", "order.cancelled"]);
});
