import { Prisma } from "#lib/platform/db.ts";
import type { Order } from "./order.ts";

/** Whether a guest placed the order; it stays so when the order passes to an account. */
export function isGuestOrder({ anonymousId, byAccount }: Pick<Order, "anonymousId" | "byAccount">): boolean {
  return anonymousId !== null && !byAccount;
}

/** The same of `"order" o` in SQL. */
export const ofGuest = Prisma.sql`(o.anonymous_id is not null and not o.by_account)`;
