import { expect, test } from "vitest";
import { addCartLine } from "#lib/dialects/store-api/routes/lines.ts";
import { db } from "#lib/platform/database/db.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { place, readyToPlace } from "#test/support/checkout.ts";
import { cartOf } from "#test/support/expect.ts";
import { type Session, startGuestSession } from "#test/support/sessions.ts";
import { getCart } from "./cart.ts";

/** Six requests at once that know no cart. Returns the token of the last one. */
async function beginAtOnce(session: Session, variantId: string): Promise<string> {
  const add = () => call(addCartLine, { session, body: { variantId, quantity: 1 } });
  const replies = await Promise.all([add(), add(), call(getCart, { session }), add(), add(), add()]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  expect(new Set(replies.map((reply) => cartOf(reply).id)).size).toBe(1);
  return replies[0]?.cart ?? "";
}

test("requests that begin a cart at once begin one, before an order and after it", async () => {
  const { variantId } = await makeVariant();
  const session = await startGuestSession();
  const first = await beginAtOnce(session, variantId);
  expect(cartOf(await call(getCart, { session })).lines).toMatchObject([{ quantity: 5 }]);
  const ready = await readyToPlace({ session });
  expect(ready.cart).toBe(first);
  expect((await place(ready)).status).toBe(201);
  expect(await beginAtOnce(session, variantId)).not.toBe(first);
  expect(cartOf(await call(getCart, { session })).lines).toMatchObject([{ quantity: 5 }]);
});

test("a session begins another cart when the first one has expired or was given away", async () => {
  const [{ variantId }, session] = [await makeVariant(), await startGuestSession()];
  await beginAtOnce(session, variantId);
  const { id } = cartOf(await call(getCart, { session }));
  await db.cart.update({ where: { id }, data: { updatedAt: new Date(0) } });
  const second = cartOf(await call(addCartLine, { session, body: { variantId, quantity: 1 } }));
  expect(second.lines).toMatchObject([{ quantity: 1 }]);
  await db.cart.update({ where: { id: second.id }, data: { userId: null } });
  const third = cartOf(await call(getCart, { session }));
  expect(third.lines).toEqual([]);
  expect(new Set([id, second.id, third.id]).size).toBe(3);
});
