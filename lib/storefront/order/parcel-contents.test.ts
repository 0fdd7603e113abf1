import { expect, test } from "vitest";
import { loadOrder } from "#lib/commerce/order/index.ts";
import { asNobody } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import { send, serverToken } from "#test/support/commercetools/call.ts";
import { updated } from "#test/support/commercetools/shop.ts";
import { parcelContents } from "./parcel-contents.ts";

/** The quantities in each parcel of an order of three pieces, as its page shows them. */
async function shownIfSentIn(...quantities: number[]) {
  const { order } = await buy({ variant: await makeVariant(), quantity: 3 });
  const token = await serverToken();
  let { body } = await send("GET", `/orders/${order.id}`, { token });
  for (const quantity of quantities) {
    const items = [{ id: body.lineItems[0].id, quantity }];
    const parcels = [{ trackingData: { trackingId: `JD${quantity}`, carrier: "DHL" } }];
    body = await updated(token, body, [{ action: "addDelivery", items, parcels }], "/orders");
  }
  const sent = await loadOrder(asNobody, Prisma.sql`o.id = ${order.id}::uuid`);
  return sent?.shipments.map(({ lines }) => parcelContents(sent, lines).map(({ quantity }) => quantity));
}

test("each of several parcels says what is in it", async () => {
  expect(await shownIfSentIn(1)).toEqual([[1]]);
  expect(await shownIfSentIn(1, 2)).toEqual([[1], [2]]);
});

test("a parcel with the whole order does not repeat it", async () => {
  expect(await shownIfSentIn(3)).toEqual([[]]);
});
