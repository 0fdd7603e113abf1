import { db } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { fractionDigits } from "#lib/platform/money.ts";

/**
 * One point for each whole unit of currency spent, once per order. Points stay with whoever placed it (seed 004): a guest
 * who became a customer before they were written has left them behind. A cancelled order earns none, also when its
 * cancellation comes meanwhile: the row is locked, and looked at again after waiting for it.
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
