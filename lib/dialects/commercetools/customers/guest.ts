import { findGuest } from "#lib/accounts/api-access/index.ts";
import type { AnonymousAccountLinked } from "#lib/accounts/auth/index.ts";
import { linkGuest } from "#lib/accounts/auth/index.ts";
import { adoptCart, type Cart, type CartMode, type CartName, getCart } from "#lib/commerce/cart/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { invalidOperation, missingReference } from "../http/refusal.ts";
import type { SignInMode } from "./schemas.ts";

/** The guest whose things go to an account, and what becomes of the guest's cart. */
type Guest = Omit<AnonymousAccountLinked, "userId">;

/** Whom the customer was: the guest himself, one of his carts alone, or nobody that we know. */
export type Former = { guest: Guest | null; cart: Cart | null; mode: CartMode };

export type Named = {
  anonymousId?: string | null | undefined;
  anonymousCart?: { id?: string | undefined; key?: string | undefined } | null | undefined;
  anonymousCartId?: string | null | undefined;
};

export function cartMode(mode: SignInMode): CartMode {
  return mode === "UseAsNewActiveCustomerCart" ? "keep" : "merge";
}

/**
 * Whom a customer was: the guest who calls, or whom a program names.
 * @throws Refusal for a cart that is not there, or that is another session's than the named one
 */
export async function formerOf(ctx: Context, named: Named, mode: CartMode): Promise<Former> {
  const { actor } = ctx;
  if (actor.type === "anonymous") {
    return { guest: { anonymousUserId: actor.userId, cartMode: mode }, cart: null, mode };
  }
  return actor.type === "api-client" ? namedFormer(ctx, named, mode) : { guest: null, cart: null, mode };
}

async function namedFormer(ctx: Context, named: Named, mode: CartMode): Promise<Former> {
  const cart = await namedCart(ctx, named);
  const { anonymousId } = named;
  if (!anonymousId) return { guest: null, cart, mode };
  if (cart && cart.anonymousId !== anonymousId) {
    throw invalidOperation("The anonymousCart does not have the given anonymousId.");
  }
  const found = await findGuest(ctx, anonymousId);
  const guest = found && { anonymousUserId: found.userId, cartMode: mode, cartId: cart?.id };
  return { guest, cart: null, mode };
}

export async function namedCart(
  ctx: Context,
  { anonymousCart, anonymousCartId }: Named,
): Promise<Cart | null> {
  const { id = anonymousCartId ?? undefined, key } = anonymousCart ?? {};
  if (id === undefined && key === undefined) return null;
  const name: CartName = id === undefined ? { key: key ?? "" } : { id };
  try {
    return await getCart(ctx, name);
  } catch (error) {
    throw isDomainError(error, "not_found") ? missingReference("cart", name) : error;
  }
}

/** Hands to an account what its customer had as a guest: all of it, or the one cart that was named alone. */
export async function handOver(ctx: Context, former: Former, owner: { userId: string; email: string }) {
  if (former.guest) await linkGuest(ctx, { ...former.guest, userId: owner.userId });
  if (former.cart) await adoptCart(ctx, { cart: { id: former.cart.id }, owner, mode: former.mode });
}
