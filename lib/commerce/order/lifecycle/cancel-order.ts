import type { ShopperContext } from "#lib/platform/context.ts";
import type { Order } from "../order.ts";
import { moveOrder } from "./move-order.ts";
import { cancel } from "./steps.ts";

/**
 * Cancels one of the shopper's own orders (see `cancel`). Asked again for a cancelled order it changes nothing.
 * @throws not_found, order_not_cancellable once something has been sent
 */
export async function cancelOrder(ctx: ShopperContext, input: { id: string }): Promise<Order> {
  return moveOrder(ctx, input, [cancel]);
}
