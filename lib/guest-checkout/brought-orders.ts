import { now } from "#lib/platform/clock.ts";
import { type ContextOf, inTransaction } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { normalizeEmail } from "#lib/platform/email-address.ts";
import { handToGuest, loadOrders, lockCarts, type Order } from "./core.ts";

/** As for carts that were merged. */
const undoMinutes = 10;

/**
 * The orders that came along with a sign-in of the last ten minutes, although they were placed with another address:
 * somebody else may have placed them in this browser. Latest first.
 */
export async function broughtOrders(ctx: ContextOf<"customer">): Promise<Order[]> {
  const { userId, email } = ctx.actor;
  const since = new Date(now().getTime() - undoMinutes * 60_000);
  const happened = (type: string) => Prisma.sql`exists (
    select 1 from order_event e
    where e.order_id = o.id and e.user_id = ${userId}::uuid and e.type = ${type} and e.at > ${since})`;
  return loadOrders(
    ctx,
    Prisma.sql`where o.user_id = ${userId}::uuid and lower(o.email) <> ${normalizeEmail(email)}
      and ${happened("order.moved_to_account")} and not ${happened("order.claimed")}
      order by o.placed_at desc limit 50`,
  );
}

/**
 * Undoes it: the orders become a guest's again. Their links open them, and the owner of their address can claim them.
 * The cart stays, see undoMerge. Nothing happens the second time.
 */
export function leaveBroughtOrders(ctx: ContextOf<"customer">): Promise<void> {
  const { userId } = ctx.actor;
  return inTransaction(ctx, async (inside) => {
    await lockCarts(inside, [userId]);
    const orderIds = (await broughtOrders(inside)).map(({ id }) => id);
    if (orderIds.length > 0) await handToGuest(inside, { userId, orderIds });
  });
}
