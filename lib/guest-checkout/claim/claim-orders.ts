import { type ContextOf, inTransaction, type TransactionContext } from "#lib/platform/context.ts";
import { moveDiscountUses, type Order, recordEvents } from "../core.ts";
import { checkClaimLink, consumeClaimLink } from "./claim-link.ts";
import { claimableOrders } from "./claimable-orders.ts";

/** The orders behind a mailed link, to choose from. Moves nothing. @throws not_found */
export async function openClaim(ctx: ContextOf<"customer">, input: { token: string }): Promise<Order[]> {
  await checkClaimLink(ctx, input);
  return claimableOrders(ctx);
}

type ClaimDecision = { token: string; mine: string[]; notMine: string[] };

/**
 * Moves the chosen orders to the account and records the declined ones; the rest can be claimed later. Uses up the
 * link. Returns the moved orders, without those that moved to another account or were erased meanwhile.
 * @throws not_found
 */
export function claimOrders(
  ctx: ContextOf<"customer">,
  { token, mine, notMine }: ClaimDecision,
): Promise<Order[]> {
  const { userId } = ctx.actor;
  return inTransaction(ctx, async (inside) => {
    // Locks the account's row, so that a double click finds the link used up.
    await inside.tx.$queryRaw`select 1 from "user" where id = ${userId}::uuid for no key update`;
    const offered = await openClaim(inside, { token });
    const moved: Order[] = [];
    for (const order of offered.filter(({ id }) => mine.includes(id))) {
      if (await moveOrder(inside, order, userId)) moved.push(order);
    }
    const declined = offered.filter((order) => notMine.includes(order.id) && !mine.includes(order.id));
    await recordEvents(
      inside,
      declined.map(({ id }) => ({ type: "order.claim_declined", orderId: id, userId })),
    );
    await consumeClaimLink(inside);
    return moved;
  });
}

/** False if the order has moved to somebody else, or was erased, meanwhile. */
async function moveOrder(ctx: TransactionContext, order: Order, userId: string): Promise<boolean> {
  const { tx } = ctx;
  const orderId = order.id;
  const moved = await tx.order.updateMany({
    where: { id: orderId, userId: order.userId, email: order.email },
    data: { userId, version: { increment: 1 } },
  });
  if (moved.count === 0) return false;
  await tx.orderEvent.updateMany({ where: { orderId, userId: order.userId }, data: { userId } });
  await moveDiscountUses(ctx, { from: { orderId }, toUserId: userId });
  // The cart stays with its order; points earned as a guest are not transferred. Housekeeping can delete the remaining
  // guest.
  await tx.cart.updateMany({ where: { id: order.cartId }, data: { userId, version: { increment: 1 } } });
  await tx.rewardEntry.deleteMany({ where: { orderId } });
  await recordEvents(ctx, [{ type: "order.claimed", orderId, userId }]);
  return true;
}
