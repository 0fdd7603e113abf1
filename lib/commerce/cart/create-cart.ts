import * as z from "zod";
import { now } from "#lib/platform/clock.ts";
import { type Context, whileSessionLasts } from "#lib/platform/context.ts";
import { withBlanks } from "#lib/platform/database/columns.ts";
import { isUniqueViolation } from "#lib/platform/database/db.ts";
import { alreadyTaken } from "#lib/platform/errors.ts";
import { newId } from "#lib/platform/ids.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { anybody, perform, verb } from "#lib/platform/verb/index.ts";
import type { Cart, Change, Platform } from "./cart.ts";
import { cartColumns } from "./columns.ts";
import { releaseExpiredKey } from "./release-key.ts";
import { insertCart } from "./save-cart.ts";

/** The owner of a cart. The anonymousId is kept when the guest gets an account. */
export type CartOwner = { userId: string | null; anonymousId: string | null };

export type NewCart = {
  owner: CartOwner;
  currency: string;
  /** Null while unknown: then only prices and shipping methods for all countries apply. */
  country: string | null;
  platform?: Platform | undefined;
  /** The shopper's locale, BCP 47. Null if unknown. */
  locale?: string | null;
};

/** The country of a cart while it is unknown. It has no tax and no prices of its own. */
export const nowhere = "ZZ";

/**
 * Creates a cart with `changes` applied, at version 1, or not at all.
 * @throws already_taken for a key in use, session_changed, too_many_requests, and the errors of the changes
 */
export async function createCart(ctx: Context, input: NewCart, changes: readonly Change[]): Promise<Cart> {
  const cart = await create(ctx, input, changes, null);
  if (!cart) throw new Error("A cart that may be one of several is created");
  return cart;
}

/** The same for a caller who has no cart. Null if another request of the same user has begun one. */
export function beginCart(
  ctx: Context,
  input: NewCart,
  changes: readonly Change[] = [],
): Promise<Cart | null> {
  return create(ctx, input, changes, input.owner.userId);
}

async function create(
  ctx: Context,
  input: NewCart,
  changes: readonly Change[],
  begunFor: string | null,
): Promise<Cart | null> {
  const empty = emptyCart(input);
  let wanted = empty;
  for (const change of changes) wanted = await change(ctx, wanted);
  return perform(keepCart, ctx, { empty, wanted, begunFor });
}

/** A separate verb, because only here is it known that a call creates a cart. */
const keepCart = verb(
  {
    name: "cart.keep-new",
    who: anybody,
    takes: z.custom<{ empty: Cart; wanted: Cart; begunFor: string | null }>(),
    throws: ["already_taken", "session_changed"],
    limits: [acts.startCart],
  },
  async (ctx, input) => {
    const { wanted } = input;
    try {
      await releaseExpiredKey(ctx, wanted.key);
      return await whileSessionLasts(() => insertCart(ctx, input));
    } catch (error) {
      if (isUniqueViolation(error)) throw alreadyTaken("key", wanted.key ?? "");
      throw error;
    }
  },
);

/** An empty cart that is not stored yet. */
export function emptyCart({ owner, currency, country, platform = "WEB", locale = null }: NewCart): Cart {
  const at = now().toISOString();
  return {
    ...withBlanks(cartColumns, {
      ...owner,
      id: newId(),
      version: 1,
      status: "active",
      platform,
      currency,
      country: country ?? nowhere,
      locale,
      origin: "customer",
      expiresAfterDays: 90,
      createdAt: at,
      updatedAt: at,
    }),
    shippingMethod: null,
    lines: [],
    coupons: [],
    hasHolds: false,
  };
}
