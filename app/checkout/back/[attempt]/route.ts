// A route has no layout that would create the shop.
import "#lib/shop.ts";
import { redirect } from "next/navigation";
import { orders } from "#lib/commerce/order/index.ts";
import { stepPath } from "#lib/storefront/checkout/checkout-steps.ts";
import { arriveFrom } from "#lib/storefront/visitor/arrive-from.ts";

type Props = { params: Promise<{ attempt: string }> };

/** Where a payment provider sends a shopper who cancels: closes the payment, so that the cart can change again. */
export async function GET(_request: Request, { params }: Props): Promise<never> {
  redirect(await arriveFrom(orders.leavePayment, (await params).attempt, stepPath("payment")));
}
