import { homeMarket } from "#lib/commerce/home-market.ts";
import { type Context, userIdOf, whileSessionLasts } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { type Reading, read } from "#lib/platform/reading.ts";
import { isAlive } from "./alive.ts";
import { type Cart, cartSchema } from "./cart.ts";
import { hashCartToken } from "./cart-token.ts";
import { beginCart, type CartOwner, createCart, emptyCart, type NewCart } from "./create-cart.ts";
import { cartJson } from "./queries.ts";
import { saveCart, saveUnseen } from "./save-cart.ts";
import type { CartHandle } from "./schemas.ts";
import { setOwner } from "./set-owner.ts";
import { movedSinceShown } from "./shown.ts";

/**
 * The caller's active cart, or null: the token's, otherwise the session's latest. A token opens a cart without an owner
 * or of the session, never somebody else's.
 */
export function findCart(ctx: Context, handle: CartHandle): Promise<Cart | null> {
  return read(ctx, ownCart(handle));
}

const cartOrNone = cartSchema.nullable();

/** How the caller's own cart is read: see Reading. Null if there is none. */
export function ownCart(handle: CartHandle): Reading<Cart | null> {
  return {
    question: `cart ${handle.token}`,
    json: (userId) => Prisma.sql`(select ${cartJson()} from cart c ${whichIsOwn(handle, userId)})`,
    row: cartOrNone,
  };
}

/**
 * The id, owner, currency and country of the same cart as a row, to read other data with it. If the cart does not exist
 * yet, the id and the owner are null and the rest is what it would be created with.
 */
export function ownCartOrNew(handle: CartHandle, userId: Prisma.Sql): Prisma.Sql {
  const { currency, country } = wantedPlace(handle);
  return Prisma.sql`(
    select * from (
      (select 0 as place, c.id, c.user_id, c.currency::text, c.country::text from cart c ${whichIsOwn(handle, userId)})
      union all select 1, null, null, ${currency}, ${country}
    ) either order by place limit 1)`;
}

function whichIsOwn({ token }: CartHandle, userId: Prisma.Sql): Prisma.Sql {
  const hash = token === null ? null : hashCartToken(token);
  return Prisma.sql`where c.status = 'active' and ${isAlive()} and (
        (c.token_hash = ${hash} and (c.user_id is null or c.user_id = ${userId}))
        or (c.user_id = ${userId} and c.origin = 'customer'))
      order by (c.token_hash = ${hash}) desc nulls last, c.updated_at desc limit 1`;
}

/**
 * The caller's active cart, for a call that only reads. Creates one if there is none; a session that uses a cart
 * without an owner becomes its owner. @throws session_changed, too_many_requests for too many new carts
 */
export function openCart(ctx: Context, handle: CartHandle): Promise<Cart> {
  return whileSessionLasts(async () => {
    const cart =
      (await findCart(ctx, handle)) ??
      (await beginCart(ctx, wantedBy(ctx, handle))) ??
      (await findCart(ctx, handle)) ??
      (await createCart(ctx, wantedBy(ctx, handle), []));
    if (cart.userId !== null || userIdOf(ctx.actor) === null) return cart;
    return (await saveUnseen(ctx, cart, await ownedBy(ctx, cart))) ?? openCart(ctx, handle);
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
export async function ownedBy(ctx: Context, cart: Cart): Promise<Cart> {
  if (cart.userId !== null) return cart;
  return setOwner(ctx, cart, callerAsOwner(ctx));
}

/** The cart to create for a caller without one. */
export function wantedBy(ctx: Context, handle: CartHandle): NewCart {
  const { platform, locale = null } = handle;
  return { owner: callerAsOwner(ctx), platform, ...wantedPlace(handle), locale };
}

function wantedPlace({ currency = homeMarket.currency, country = homeMarket.country }: CartHandle) {
  return { currency, country };
}

/** The shopper who calls; nobody for a program. */
export function callerAsOwner({ actor }: Context): CartOwner {
  return {
    userId: userIdOf(actor),
    anonymousId: actor.type === "anonymous" ? actor.anonymousId : null,
  };
}
