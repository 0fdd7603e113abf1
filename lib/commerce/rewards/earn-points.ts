import { Prisma, send } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { fractionDigits } from "#lib/platform/money.ts";

/**
 * One point for each whole unit of currency spent, once per order. Points belong to the customer who placed it (seed
 * 004): a guest who converts before they are written does not get them. A cancelled order earns none, even if it is
 * cancelled concurrently: its row is locked, and checked again after waiting for the lock.
 */
export async function earnPoints(orders: readonly { id: string; currency: string }[]): Promise<void> {
  // Each once, in the order of their ids, so that two workers do not wait for each other.
  const distinct = [...new Map(orders.map((order) => [order.id, order])).values()];
  const earning = distinct
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, currency }) => ({ entry: newId(), id, unit: 10 ** fractionDigits(currency) }));
  await send(Prisma.sql`
    insert into reward_entry (id, user_id, order_id, points)
    select earning.entry, o.user_id, o.id, o.total / earning.unit
    from jsonb_to_recordset(${JSON.stringify(earning)}::jsonb) as earning (entry uuid, id uuid, unit bigint)
    join "order" o on o.id = earning.id join "user" u on u.id = o.user_id
    where o.status <> 'cancelled' and (o.by_account or o.anonymous_id is null or u.is_anonymous)
    for share of o
    on conflict do nothing`);
}
