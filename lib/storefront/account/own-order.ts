import { type Order, orders } from "#lib/commerce/order/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { id } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { requireAccount } from "./require-account.ts";

/** One of the account's orders; null if it does not exist or is somebody else's. */
export async function ownOrder(params: { id: string }): Promise<Order | null> {
  if (!id.safeParse(params.id).success) return null;
  const ctx = await requireAccount(`/account/orders/${params.id}`);
  try {
    return await perform(orders.get, ctx, params);
  } catch (error) {
    if (isDomainError(error, "not_found")) return null;
    throw error;
  }
}
