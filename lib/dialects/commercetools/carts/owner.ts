import { ensureGuest } from "#lib/accounts/api-access/index.ts";
import type { Cart, CartOwner } from "#lib/commerce/cart/index.ts";
import { getCustomer } from "#lib/commerce/customer/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { asProgram } from "../customers/as-program.ts";
import { missingReference } from "../http/refusal.ts";

type Named = { customerId?: string | null | undefined; anonymousId?: string | null | undefined };

/**
 * The owner that a program gives a cart: a customer, the guest of an anonymousId (created on demand), or none.
 * @throws Refusal ReferencedResourceNotFound for an unknown customer
 */
export async function ownerOf(ctx: Context, { customerId, anonymousId }: Named): Promise<CartOwner> {
  if (customerId) {
    if (!(await isCustomer(ctx, customerId))) throw missingReference("customer", { id: customerId });
    return { userId: customerId, anonymousId: anonymousId ?? null };
  }
  return anonymousId ? ensureGuest(ctx, anonymousId) : { userId: null, anonymousId: null };
}

/** The customer of a cart; null if it belongs to a guest or to nobody. */
export async function customerOf(ctx: Context, cart: Cart): Promise<string | null> {
  return cart.userId !== null && (await isCustomer(ctx, cart.userId)) ? cart.userId : null;
}

async function isCustomer(ctx: Context, id: string): Promise<boolean> {
  try {
    return Boolean(await getCustomer({ ...ctx, ...asProgram }, { id }));
  } catch (error) {
    if (isDomainError(error, "not_found")) return false;
    throw error;
  }
}
