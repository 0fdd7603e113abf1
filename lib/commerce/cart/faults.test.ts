import { expect, test } from "vitest";
import { addCartLine as addLine } from "#lib/dialects/store-api/routes/lines.ts";
import { db, isSerializationFailure } from "#lib/platform/database/db.ts";
import { call } from "#test/support/call.ts";
import { makeVariant, type Sellable } from "#test/support/catalogue.ts";
import { fillCart } from "#test/support/checkout.ts";
import { guestToken } from "#test/support/commercetools/call.ts";
import { add, newCart, update } from "#test/support/commercetools/shop.ts";
import { cartOf } from "#test/support/expect.ts";
import { startGuestSession } from "#test/support/sessions.ts";
import { until } from "#test/support/until.ts";

/**
 * Makes `change`, which adds `variant` to the cart, run into a deadlock: it holds the cart and waits for the variant,
 * whose holder then wants the cart. PostgreSQL aborts the one that has waited for a second, which is the change.
 */
async function deadlocked<T>(cartId: string, { variantId }: Sellable, change: () => Promise<T>): Promise<T> {
  const changing = Promise.withResolvers<T>();
  const holding = db.$transaction(async (tx) => {
    const [holder] = await tx.$queryRaw<{ pid: number }[]>`
      select pg_backend_pid() as pid from product_variant where id = ${variantId}::uuid for update`;
    change().then(changing.resolve, changing.reject);
    await until(async () => {
      const waiting = await db.$queryRaw<unknown[]>`
        select 1 from pg_stat_activity where ${holder?.pid} = any (pg_blocking_pids(pid))`;
      return waiting.length > 0;
    });
    await tx.$queryRaw`select 1 from cart where id = ${cartId}::uuid for update`;
  });
  // On a very busy machine PostgreSQL may abort the holder instead.
  await holding.catch((error) => {
    if (!isSerializationFailure(error)) throw error;
  });
  return changing.promise;
}

test("a change survives a deadlock, in the commercetools dialect", async () => {
  const [variant, { token }] = [await makeVariant(), await guestToken()];
  const cart = await newCart(token);
  const { status, body } = await deadlocked(cart.id, variant, () => update(token, cart, [add(variant, 2)]));
  expect([status, body.version, body.lineItems.length]).toEqual([200, cart.version + 1, 1]);
  expect(await db.cartLine.count({ where: { cartId: cart.id, quantity: 2 } })).toBe(1);
});

test("a change survives a deadlock, in the store API", async () => {
  const [first, variant, session] = [await makeVariant(), await makeVariant(), await startGuestSession()];
  const token = await fillCart(session, { variant: first });
  const { id } = await db.cart.findFirstOrThrow({ where: { userId: session.userId } });
  const body = { variantId: variant.variantId, quantity: 2 };
  const reply = await deadlocked(id, variant, () => call(addLine, { session, cart: token, body }));
  expect(cartOf(reply).lines.map(({ quantity }) => quantity)).toEqual([1, 2]);
  expect(await db.cartLine.count({ where: { cartId: id } })).toBe(2);
});
