// A route has no layout that would create the shop.
import "#lib/shop.ts";
import { redirect } from "next/navigation";
import { orders } from "#lib/commerce/order/index.ts";
import { arriveFrom } from "#lib/storefront/visitor/arrive-from.ts";

type Props = { params: Promise<{ attempt: string }> };

/** Where a payment provider sends the shopper after paying: redirects to the order, or to the payment's status. */
export async function GET(_request: Request, { params }: Props): Promise<never> {
  redirect(await arriveFrom(orders.followPayment, (await params).attempt));
}
