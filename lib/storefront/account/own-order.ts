import { notFound } from "next/navigation";
import { isDomainError } from "#lib/errors.ts";
import { getOrder, type Order } from "#lib/order/index.ts";
import { id } from "#lib/text.ts";
import { requireAccount } from "./require-account.ts";

/** One of the account's orders for a page; somebody else's, or none, is not there. */
export async function ownOrder(params: { id: string }): Promise<Order> {
  if (!id.safeParse(params.id).success) notFound();
  const ctx = await requireAccount(`/account/orders/${params.id}`);
  try {
    return await getOrder(ctx, params);
  } catch (error) {
    if (isDomainError(error, "not_found")) notFound();
    throw error;
  }
}
