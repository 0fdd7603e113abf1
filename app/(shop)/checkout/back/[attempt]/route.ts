// A route has no layout: the shop is put together here.
import "#lib/shop.ts";
import { redirect } from "next/navigation";
import { orders } from "#lib/commerce/order/index.ts";
import { arriveFrom } from "#lib/storefront/arrive-from.ts";
import { stepPath } from "#lib/storefront/checkout-steps.ts";

type Props = { params: Promise<{ attempt: string }> };

/** Where a payment provider sends a shopper who did not want to pay there after all: the payment is closed, the cart free again. */
export async function GET(_request: Request, { params }: Props): Promise<never> {
  redirect(await arriveFrom(orders.leavePayment, (await params).attempt, stepPath("payment")));
}
