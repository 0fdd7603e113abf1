import { cache } from "react";
import { orders, type VisitedAttempt } from "#lib/commerce/order/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { currentContext } from "../visitor/current-context.ts";

/** The visitor's own payment, updated from its provider, once per request; null for somebody else's. */
export const ownPayment = cache(async (id: string): Promise<VisitedAttempt | null> => {
  try {
    return await perform(orders.followPayment, await currentContext(), { id });
  } catch (error) {
    if (isDomainError(error, "not_found", "unauthenticated", "validation_failed")) return null;
    throw error;
  }
});
