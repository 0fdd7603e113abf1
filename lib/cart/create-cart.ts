import { now } from "#lib/clock.ts";
import { type Context, inTransaction, whileSessionLasts } from "#lib/context.ts";
import { isUniqueViolation, type Transaction } from "#lib/db.ts";
import { alreadyTaken } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import type { Cart } from "./cart.ts";
import { cartToken, hashCartToken } from "./cart-token.ts";
import type { Change } from "./change-cart.ts";
import { freeKey } from "./free-key.ts";
import { saveCart } from "./save-cart.ts";

/** Whom a cart belongs to. An anonymousId stays with it when its guest gets an account. */
export type CartOwner = { userId: string | null; anonymousId: string | null };

export type NewCart = {
  owner: CartOwner;
  currency: string;
  /** Null: not said yet, so only prices and shipping methods for everywhere count. */
  country: string | null;
};

/** The country of a cart that nobody named one for: it is nowhere, has no tax and no prices of its own. */
export const nowhere = "ZZ";

/**
 * Makes a cart and puts in what `changes` say: with version 1, or not at all.
 * @throws already_taken for a key in use, session_changed, and what the changes throw
 */
export async function createCart(ctx: Context, input: NewCart, changes: readonly Change[]): Promise<Cart> {
  const empty = emptyCart(input);
  let wanted = empty;
  for (const change of changes) wanted = await change(ctx, wanted);
  try {
    return await whileSessionLasts(() => inTransaction(ctx, (inside) => insert(inside, empty, wanted)));
  } catch (error) {
    if (isUniqueViolation(error)) throw alreadyTaken("key", wanted.key ?? "");
    throw error;
  }
}

async function insert(ctx: Context & { tx: Transaction }, empty: Cart, wanted: Cart): Promise<Cart> {
  const { id, version, currency, country, userId, anonymousId, createdAt } = empty;
  const tokenHash = hashCartToken(cartToken(id));
  await freeKey(ctx, wanted.key);
  await ctx.tx.cart.createMany({
    data: [
      { id, tokenHash, version, currency, country, userId, anonymousId, createdAt, updatedAt: createdAt },
    ],
  });
  const saved = await saveCart(ctx, empty, wanted);
  if (!saved) throw new Error("The cart is gone before it was there");
  return saved;
}

/** Version 0: saving it for the first time makes it 1. */
function emptyCart({ owner, currency, country }: NewCart): Cart {
  const at = now().toISOString();
  return {
    ...owner,
    id: newId(),
    version: 0,
    status: "active",
    platform: "WEB",
    currency,
    country: country ?? nowhere,
    locale: null,
    key: null,
    origin: "customer",
    purchaseOrderNumber: null,
    email: null,
    contactName: null,
    phone: null,
    shippingAddress: null,
    billingAddress: null,
    shippingMethod: null,
    lines: [],
    coupons: [],
    shown: null,
    hasHolds: false,
    declinedPayments: 0,
    expiresAfterDays: 90,
    mergedIntoId: null,
    createdAt: at,
    updatedAt: at,
  };
}
