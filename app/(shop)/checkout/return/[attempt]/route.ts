// A route has no layout: the shop is put together here.
import "#lib/shop.ts";
import { redirect } from "next/navigation";
import { orders } from "#lib/commerce/order/index.ts";
import { arriveFrom } from "#lib/storefront/arrive-from.ts";

type Props = { params: Promise<{ attempt: string }> };

/** Where a payment provider sends the shopper's browser back to: on to the order, or to what there is to know of the payment. */
export async function GET(_request: Request, { params }: Props): Promise<never> {
  redirect(await arriveFrom(orders.followPayment, (await params).attempt));
}
