import { cache } from "react";
import { type Order, orders } from "#lib/commerce/order/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { id } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { currentContext } from "../visitor/current-context.ts";

/** An order of this browser's session, a guest's or an account's; null for somebody else's. */
export const heldOrder = cache(async (orderId: string): Promise<Order | null> => {
  if (!id.safeParse(orderId).success) return null;
  try {
    return await perform(orders.get, await currentContext(), { id: orderId });
  } catch (error) {
    if (isDomainError(error, "not_found", "unauthenticated")) return null;
    throw error;
  }
});
