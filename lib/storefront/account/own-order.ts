import { isDomainError } from "#lib/errors.ts";
import { getOrder, type Order } from "#lib/order/index.ts";
import { id } from "#lib/text.ts";
import { requireAccount } from "./require-account.ts";

/** One of the account's orders for a page; null for somebody else's, or none. */
export async function ownOrder(params: { id: string }): Promise<Order | null> {
  if (!id.safeParse(params.id).success) return null;
  const ctx = await requireAccount(`/account/orders/${params.id}`);
  try {
    return await getOrder(ctx, params);
  } catch (error) {
    if (isDomainError(error, "not_found")) return null;
    throw error;
  }
}
