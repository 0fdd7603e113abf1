import { findGuest } from "#lib/accounts/api-access/index.ts";
import type { AnonymousAccountLinked } from "#lib/accounts/auth/index.ts";
import { linkGuest } from "#lib/accounts/auth/index.ts";
import { adoptCart, type Cart, type CartMode, type CartName, getCart } from "#lib/commerce/cart/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { invalidOperation, missingReference } from "../http/refusal.ts";
import type { SignInMode } from "./schemas.ts";

/** The guest to convert, and what happens to the guest's cart. */
type Guest = Omit<AnonymousAccountLinked, "userId">;

/** Who the customer was before: a guest, the owner of a single cart, or unknown. */
export type Former = { guest: Guest | null; cart: Cart | null; mode: CartMode };

export type Named = {
  anonymousId?: string | null | undefined;
  anonymousCart?: { id?: string | undefined; key?: string | undefined } | null | undefined;
  anonymousCartId?: string | null | undefined;
};

/** What happens to the guest's cart: it becomes the customer's, or is merged into it. */
export function cartMode(mode: SignInMode): CartMode {
  return mode === "UseAsNewActiveCustomerCart" ? "keep" : "merge";
}

/**
 * Who a customer was before: the calling guest, or the one that a program names.
 * @throws Refusal for a cart that does not exist, or belongs to another session than the named one
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

/** The cart that a program names with a sign-in. @throws Refusal if there is no such cart */
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

/** Transfers everything of the former guest to the account, or only the named cart. */
export async function handOver(ctx: Context, former: Former, userId: string): Promise<void> {
  if (former.guest) await linkGuest(ctx, { ...former.guest, userId });
  if (former.cart) {
    await adoptCart(ctx, { cart: { id: former.cart.id }, owner: { userId }, mode: former.mode });
  }
}
