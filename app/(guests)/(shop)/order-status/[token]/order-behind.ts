import { redirect } from "next/navigation";
import type { Order } from "#lib/commerce/order/index.ts";
import { guests } from "#lib/guest-checkout/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";

/** The order behind the link, with the limits of tracking. Redirects an invalid link to the page that explains it. */
export async function orderBehind(params: { token: string }): Promise<Order> {
  requireGuests();
  try {
    return await perform(guests.trackOrder, await currentContext(), params);
  } catch (error) {
    if (!isDomainError(error, "guest_order_not_found", "too_many_requests")) throw error;
    redirect(`/order-status/${encodeURIComponent(params.token)}`);
  }
}
