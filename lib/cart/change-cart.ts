import { type Context, inTransaction, whileSessionLasts } from "#lib/context.ts";
import { Prisma } from "#lib/db.ts";
import { DomainError } from "#lib/errors.ts";
import type { Cart } from "./cart.ts";
import { type CartHandle, findOrCreateCart, ownedBy } from "./resolve-cart.ts";
import { saveCart } from "./save-cart.ts";

/** A change that the caller asks for: the cart as it is → the cart as it shall be. May throw a DomainError. */
export type Change = (ctx: Context, cart: Cart) => Cart | Promise<Cart>;

/**
 * Applies `change` to the caller's cart and saves it. Nothing is locked while the change is worked out;
 * when somebody else was quicker it is worked out again, the second time under a lock, so it ends.
 * A caller whose answer does not show the cart passes saveUnseen. @throws session_changed
 */
export function changeCart(ctx: Context, handle: CartHandle, change: Change, save = saveCart): Promise<Cart> {
  return whileSessionLasts(
    async () =>
      (await tryChange(ctx, handle, change, save)) ?? (await changeLocked(ctx, handle, change, save)),
  );
}

type Save = typeof saveCart;

async function tryChange(ctx: Context, handle: CartHandle, change: Change, save: Save): Promise<Cart | null> {
  const before = await findOrCreateCart(ctx, handle);
  const after = await change(ctx, ownedBy(ctx, before));
  return save(ctx, before, after);
}

function changeLocked(ctx: Context, handle: CartHandle, change: Change, save: Save): Promise<Cart> {
  return inTransaction(ctx, async (locked) => {
    const { id } = await findOrCreateCart(locked, handle);
    await locked.tx.$queryRaw(Prisma.sql`select 1 from cart where id = ${id}::uuid for update`);
    const saved = await tryChange(locked, handle, change, save);
    if (!saved)
      throw new DomainError("cart_changed", "The cart was changed meanwhile. Look at it and try again.");
    return saved;
  });
}
