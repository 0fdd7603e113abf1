import { inTransaction } from "#lib/platform/context.ts";
import { getOrder, lockOrder, type OrderName } from "../get-order.ts";
import type { Order } from "../order.ts";
import type { OrderContext } from "../scope.ts";
import { type OrderStep, updateOrder } from "../update-order.ts";

/** Applies steps to an order, whatever its version. @throws not_found, and the errors of the steps */
export function moveOrder(ctx: OrderContext, name: OrderName, steps: readonly OrderStep[]): Promise<Order> {
  return inTransaction(ctx, async (inside) => {
    await lockOrder(inside, name);
    const { id, version } = await getOrder(inside, name);
    return updateOrder(inside, { order: { id }, version, steps });
  });
}
