import { Prisma } from "#lib/platform/database/db.ts";
import type { Order } from "./order.ts";

/** Whether a guest placed the order; it stays so when the order passes to an account. */
export function isGuestOrder({ anonymousId, byAccount }: Pick<Order, "anonymousId" | "byAccount">): boolean {
  return anonymousId !== null && !byAccount;
}

/** The same of `"order" o` in SQL. */
export const ofGuest = Prisma.sql`(o.anonymous_id is not null and not o.by_account)`;

const moves = ["order.moved_to_account", "order.claimed", "order.moved_to_guest"];

/** Whether a guest's order was moved to an account, and is still there. */
export function isInAccount({ events }: { events: { type: string }[] }): boolean {
  const moved = events.findLast(({ type }) => moves.includes(type));
  return moved !== undefined && moved.type !== "order.moved_to_guest";
}
