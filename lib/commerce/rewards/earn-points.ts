import { Prisma, send } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { minorUnits } from "#lib/platform/money.ts";

const units = JSON.stringify(minorUnits);

/**
 * One point for each whole unit of currency spent, once per order. Points belong to the customer who placed it (seed
 * 004): a guest who converts before they are written does not get them. A cancelled order earns none, even if it is
 * cancelled concurrently: its row is locked, and checked again after waiting for the lock.
 */
export async function earnPoints(orderIds: readonly string[]): Promise<void> {
  // Each once and in order, so that two workers do not wait for each other.
  const ids = [...new Set(orderIds)].toSorted();
  await send(Prisma.sql`
    insert into reward_entry (id, user_id, order_id, points)
    select earning.entry, o.user_id, o.id, o.total / (${units}::jsonb ->> o.currency)::bigint
    from unnest(${ids}::uuid[], ${ids.map(() => newId())}::uuid[]) as earning (id, entry)
    join "order" o on o.id = earning.id join "user" u on u.id = o.user_id
    where o.status <> 'cancelled' and (o.by_account or o.anonymous_id is null or u.is_anonymous)
    for share of o
    on conflict do nothing`);
}
