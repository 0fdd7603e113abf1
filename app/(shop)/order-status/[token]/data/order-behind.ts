import { notFound, redirect } from "next/navigation";
import { isDomainError } from "#lib/errors.ts";
import { trackOrder } from "#lib/guest-checkout/index.ts";
import { acts, limited } from "#lib/limits/index.ts";
import type { Order } from "#lib/order/index.ts";
import { currentContext } from "#lib/storefront/current-context.ts";
import { requireModule } from "#lib/storefront/require-module.ts";

/** The order that the link opens, within the limits of tracking; a link that opens nothing is not there. */
export async function orderBehind(params: { token: string }): Promise<Order> {
  requireModule("guest-checkout");
  const ctx = await currentContext();
  try {
    return await limited([acts.openMailedLink], ctx, () => trackOrder(ctx, params));
  } catch (error) {
    if (isDomainError(error, "guest_order_not_found")) notFound();
    // That page says when to come back.
    if (isDomainError(error, "too_many_requests")) redirect(`/order-status/${params.token}`);
    throw error;
  }
}
