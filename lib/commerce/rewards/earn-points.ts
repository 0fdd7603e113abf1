import { db } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { fractionDigits } from "#lib/platform/money.ts";

/**
 * One point for each whole unit of currency spent, once per order. Points belong to the customer who placed it (seed
 * 004): a guest who converts before they are written does not get them. A cancelled order earns none, even if it is
 * cancelled concurrently: its row is locked, and checked again after waiting for the lock.
 */
export async function earnPoints({
  orderId,
  currency,
}: {
  orderId: string;
  currency: string;
}): Promise<void> {
  const unit = 10 ** fractionDigits(currency);
  await db.$executeRaw`
    insert into reward_entry (id, user_id, order_id, points)
    select ${newId()}::uuid, o.user_id, o.id, o.total / ${unit}::bigint
    from "order" o join "user" u on u.id = o.user_id
    where o.id = ${orderId}::uuid and o.status <> 'cancelled' and (o.anonymous_id is null or u.is_anonymous)
    for share of o
    on conflict do nothing`;
}
