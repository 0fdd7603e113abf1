import type * as z from "zod";
import { findGuest } from "#lib/accounts/api-access/index.ts";
import { adoptCart, type Cart, getCart } from "#lib/commerce/cart/index.ts";
import { getCustomer } from "#lib/commerce/customer/index.ts";
import type { Context, ContextOf } from "#lib/platform/context.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { cartMode, namedCart } from "../customers/guest.ts";
import type { mergeDraft } from "../customers/schemas.ts";
import { invalidInput, invalidOperation } from "../http/refusal.ts";

type Merge = z.output<typeof mergeDraft> & { customerId: string };

/**
 * Merges a guest's cart into a customer's without a sign-in. The cart is identified by itself or by its session; with
 * the session, its other active carts become the customer's too.
 */
export async function mergeIntoCustomers(
  ctx: ContextOf<"api-client">,
  { customerId, mergeMode, anonymousId, ...named }: Merge,
): Promise<Cart> {
  const { id: userId } = await getCustomer(ctx, { id: customerId });
  const cart = (await namedCart(ctx, named)) ?? (await latestOf(ctx, anonymousId ?? null));
  if (anonymousId && cart.anonymousId !== anonymousId) {
    throw invalidOperation("The anonymousCart does not have the given anonymousId.");
  }
  await adoptCart(ctx, {
    cart: { id: cart.id },
    owner: { userId },
    mode: cartMode(mergeMode),
    others: Boolean(anonymousId),
  });
  return getCart(ctx, { activeOf: userId });
}

async function latestOf(ctx: Context, anonymousId: string | null): Promise<Cart> {
  if (anonymousId === null) throw invalidInput("Either 'anonymousCart' or 'anonymousId' is needed.");
  try {
    return await getCart(ctx, { activeOf: (await findGuest(ctx, anonymousId))?.userId ?? "" });
  } catch (error) {
    if (!isDomainError(error, "not_found")) throw error;
    throw invalidOperation(`No active cart has the anonymousId '${anonymousId}'.`);
  }
}
