import { type Context, inTransaction, requireShopper } from "#lib/context.ts";
import { getOrder, lockOrder } from "./get-order.ts";
import type { Order } from "./order.ts";
import { cancel } from "./steps.ts";
import { updateOrder } from "./update-order.ts";

/**
 * Cancels one of the shopper's own orders (see `cancel`). Asked again for a cancelled order it changes nothing.
 * @throws unauthenticated, not_found, order_not_cancellable once something has been sent
 */
export async function cancelOrder(ctx: Context, input: { id: string }): Promise<Order> {
  requireShopper(ctx);
  return inTransaction(ctx, async (inside) => {
    await lockOrder(inside, input);
    const { id, version } = await getOrder(inside, input);
    return updateOrder(inside, { order: { id }, version, steps: [cancel] });
  });
}
