import { type Context, userIdOf, whileSessionLasts } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/db.ts";
import { isAlive } from "./alive.ts";
import type { Cart } from "./cart.ts";
import { hashCartToken } from "./cart-token.ts";
import { type CartOwner, createCart, emptyCart, type NewCart } from "./create-cart.ts";
import { loadCart } from "./queries.ts";
import { saveCart, saveUnseen } from "./save-cart.ts";
import type { CartHandle } from "./schemas.ts";
import { movedSinceShown } from "./shown.ts";

/**
 * The caller's active cart, or null: the token's, otherwise the session's latest. A token opens a cart without an owner
 * or of the session, never somebody else's.
 */
export function findCart(ctx: Context, handle: CartHandle): Promise<Cart | null> {
  const userId = userIdOf(ctx.actor);
  const hash = handle.token === null ? null : hashCartToken(handle.token);
  return loadCart(
    ctx,
    Prisma.sql`where c.status = 'active' and ${isAlive()} and (
        (c.token_hash = ${hash} and (c.user_id is null or c.user_id = ${userId}::uuid))
        or (c.user_id = ${userId}::uuid and c.origin = 'customer'))
      order by (c.token_hash = ${hash}) desc nulls last, c.updated_at desc`,
  );
}

/**
 * The caller's active cart, for a call that only reads. Creates one if there is none; a session that uses a cart
 * without an owner becomes its owner. @throws session_changed, too_many_requests for too many new carts
 */
export function openCart(ctx: Context, handle: CartHandle): Promise<Cart> {
  return whileSessionLasts(async () => {
    const cart = await findCart(ctx, handle);
    if (!cart) return createCart(ctx, wantedBy(ctx, handle), []);
    if (cart.userId !== null || userIdOf(ctx.actor) === null) return cart;
    return (await saveUnseen(ctx, cart, ownedBy(ctx, cart))) ?? openCart(ctx, handle);
  });
}

/** The same for an answer that shows the cart: records its amounts as shown. @throws session_changed */
export async function showCart(ctx: Context, handle: CartHandle): Promise<Cart> {
  const cart = await openCart(ctx, handle);
  if (cart.payingId !== null || movedSinceShown(cart).length === 0) return cart;
  return (await saveCart(ctx, cart, cart)) ?? showCart(ctx, handle);
}

/** The same without writing: a cart that `openCart` would create is returned but not stored. */
export async function peekCart(ctx: Context, handle: CartHandle): Promise<Cart> {
  return (await findCart(ctx, handle)) ?? emptyCart(wantedBy(ctx, handle));
}

/** The cart with the caller as its owner. */
export function ownedBy(ctx: Context, cart: Cart): Cart {
  if (cart.userId !== null) return cart;
  return { ...cart, ...callerAsOwner(ctx) };
}

/** The cart to create for a caller without one. */
export function wantedBy(
  ctx: Context,
  { platform, currency = "USD", country = "US", locale = null }: CartHandle,
): NewCart {
  return {
    owner: callerAsOwner(ctx),
    platform,
    currency,
    country,
    locale,
  };
}

/** The shopper who calls; nobody for a program. */
export function callerAsOwner({ actor }: Context): CartOwner {
  return {
    userId: userIdOf(actor),
    anonymousId: actor.type === "anonymous" ? actor.anonymousId : null,
  };
}
