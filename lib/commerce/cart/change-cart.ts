import {
  type Context,
  inTransaction,
  type TransactionContext,
  whileSessionLasts,
} from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { DomainError } from "#lib/platform/errors.ts";
import type { Cart, Change } from "./cart.ts";
import { stopPaying } from "./checkout/stop-paying.ts";
import { beginCart, createCart } from "./create-cart.ts";
import { findCart, ownedBy, wantedBy } from "./resolve-cart.ts";
import { saveCart } from "./save-cart.ts";
import type { CartHandle } from "./schemas.ts";

/**
 * Applies `change` to the caller's cart and saves it. Without a cart, one is created with the change applied, or not at
 * all. `change` runs without a lock; after a concurrent change it runs again under a lock, so it terminates. A caller
 * whose answer does not show the cart passes saveUnseen.
 * @throws session_changed, too_many_requests for too many new carts, payment_in_progress if the cart was paid for, and
 * the errors of the change
 */
export function changeCart(ctx: Context, handle: CartHandle, change: Change, save = saveCart): Promise<Cart> {
  return whileSessionLasts(
    async () =>
      (await tryChange(ctx, handle, change, save)) ?? (await changeLocked(ctx, handle, change, save)),
  );
}

type Save = typeof saveCart;

async function tryChange(ctx: Context, handle: CartHandle, change: Change, save: Save): Promise<Cart | null> {
  const found = await findCart(ctx, handle);
  if (!found) return beginCart(ctx, wantedBy(ctx, handle), [change]);
  return applyTo(await stopPaying(ctx, found), ctx, change, save);
}

async function applyTo(before: Cart, ctx: Context, change: Change, save: Save): Promise<Cart | null> {
  return save(ctx, before, await change(ctx, await ownedBy(ctx, before)));
}

// The cart may be paid for in another tab, repeatedly.
const mostTries = 3;

/** Under the lock no provider is called: a payment that began meanwhile is closed without it, before the next try. */
async function changeLocked(ctx: Context, handle: CartHandle, change: Change, save: Save): Promise<Cart> {
  for (let tries = 0; tries < mostTries; tries++) {
    const result = await inTransaction(ctx, async (locked) => {
      const found = await lockFound(locked, handle);
      // What was begun for the caller may be ordered or gone by now.
      if (!found) return { saved: await createCart(locked, wantedBy(locked, handle), [change]) };
      if (found.payingId !== null) return { paying: found };
      return { saved: await applyTo(found, locked, change, save) };
    });
    if (result.saved) return result.saved;
    if (!result.paying) break;
    await stopPaying(ctx, result.paying);
  }
  throw new DomainError("cart_changed", "The cart has changed in the meantime. Review it and try again.");
}

async function lockFound(locked: TransactionContext, handle: CartHandle): Promise<Cart | null> {
  const found = await findCart(locked, handle);
  if (!found) return null;
  await locked.tx.$queryRaw(Prisma.sql`select 1 from cart where id = ${found.id}::uuid for update`);
  return findCart(locked, handle);
}
