import { ensureGuest } from "#lib/accounts/api-access/index.ts";
import type { Cart, CartOwner } from "#lib/commerce/cart/index.ts";
import { getCustomer } from "#lib/commerce/customer/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { missingReference } from "../http/refusal.ts";

type Named = { customerId?: string | null | undefined; anonymousId?: string | null | undefined };

/**
 * Whom a program names as a cart's owner: a customer, the guest of an anonymousId (made on demand), or nobody.
 * @throws Refusal ReferencedResourceNotFound for a customer that is not there
 */
export async function ownerOf(ctx: Context, { customerId, anonymousId }: Named): Promise<CartOwner> {
  if (customerId) {
    if (!(await isCustomer(ctx, customerId))) throw missingReference("customer", { id: customerId });
    return { userId: customerId, anonymousId: anonymousId ?? null };
  }
  return anonymousId ? ensureGuest(ctx, anonymousId) : { userId: null, anonymousId: null };
}

/** The customer that a cart belongs to; null when it is a guest's or nobody's. */
export async function customerOf(ctx: Context, cart: Cart): Promise<string | null> {
  return cart.userId !== null && (await isCustomer(ctx, cart.userId)) ? cart.userId : null;
}

async function isCustomer(ctx: Context, id: string): Promise<boolean> {
  try {
    return Boolean(await getCustomer(ctx, { id }));
  } catch (error) {
    if (isDomainError(error, "not_found")) return false;
    throw error;
  }
}
