import { type Context, database, userIdOf, whileSessionLasts } from "#lib/context.ts";
import { Prisma } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import { isAlive } from "./alive.ts";
import type { Cart, Platform } from "./cart.ts";
import { cartToken, hashCartToken } from "./cart-token.ts";
import { loadCart } from "./queries.ts";
import { saveCart, saveUnseen } from "./save-cart.ts";
import { movedSinceShown } from "./shown.ts";

/** How a caller names a cart: by the token it was given, by its session, or both. */
export type CartHandle = {
  token: string | null;
  platform?: Platform;
  /** For a cart that has to be made. */
  currency?: string;
  country?: string;
};

/**
 * The active cart of the caller, or null: the one the token opens, else the session's latest.
 * A token opens a cart that has no owner yet or belongs to the session; anybody else's it does not find.
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

/** The caller's active cart, made if there is none. */
export async function findOrCreateCart(ctx: Context, handle: CartHandle): Promise<Cart> {
  return (await findCart(ctx, handle)) ?? createCart(ctx, handle);
}

/** The same, for an answer that is the cart: what moved since it was last shown counts as shown. @throws session_changed */
export async function showCart(ctx: Context, handle: CartHandle): Promise<Cart> {
  const cart = await openCart(ctx, handle);
  if (movedSinceShown(cart).length === 0) return cart;
  return (await saveCart(ctx, cart, cart)) ?? showCart(ctx, handle);
}

/**
 * The same, for a call that only reads: a session that uses an ownerless cart becomes its owner.
 * @throws session_changed
 */
export function openCart(ctx: Context, handle: CartHandle): Promise<Cart> {
  return whileSessionLasts(async () => {
    const cart = await findOrCreateCart(ctx, handle);
    if (cart.userId !== null || userIdOf(ctx.actor) === null) return cart;
    return (await saveUnseen(ctx, cart, ownedBy(ctx, cart))) ?? openCart(ctx, handle);
  });
}

/** The cart as it is once the caller has used it. */
export function ownedBy(ctx: Context, cart: Cart): Cart {
  if (cart.userId !== null) return cart;
  return { ...cart, userId: userIdOf(ctx.actor), anonymousId: anonymousIdOf(ctx) };
}

async function createCart(ctx: Context, handle: CartHandle): Promise<Cart> {
  const id = newId();
  const row = await database(ctx).cart.create({
    data: {
      id,
      tokenHash: hashCartToken(cartToken(id)),
      userId: userIdOf(ctx.actor),
      anonymousId: anonymousIdOf(ctx),
      platform: handle.platform ?? "WEB",
      currency: handle.currency ?? "USD",
      country: handle.country ?? "US",
    },
  });
  return {
    ...row,
    platform: handle.platform ?? "WEB",
    shippingAddress: null,
    billingAddress: null,
    shippingMethod: null,
    lines: [],
    coupons: [],
    shown: null,
    hasHolds: false,
    declinedPayments: 0,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function anonymousIdOf(ctx: Context): string | null {
  return ctx.actor.type === "anonymous" ? ctx.actor.anonymousId : null;
}
