import { withClient } from "#scripts/postgres/with-client.ts";
import type { Goods } from "./goods.ts";
import { plentiful, type System } from "./system.ts";

/** What is wrong with the shop as a whole: its stock and its jobs. */
export async function brokenPromisesOfShop({ databaseUrl }: System, { variantId }: Goods): Promise<string[]> {
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<{ left: number; sold: number; dead: number }>(
      `select (select quantity from stock where variant_id = $1) as left,
        (select coalesce(sum(l.quantity), 0)::int from order_line l join "order" o on o.id = l.order_id
          where l.variant_id = $1 and o.email like 'kill-%' and o.status <> 'cancelled') as sold,
        (select count(*)::int from pgboss.job where name = 'dead-letter') as dead`,
      [variantId],
    ),
  );
  const [{ left, sold, dead } = { left: 0, sold: 0, dead: 0 }] = rows;
  return [
    ...(left + sold === plentiful ? [] : [`${plentiful - left} taken from stock, ${sold} sold`]),
    ...(dead > 0 ? [`${dead} jobs failed for good`] : []),
  ];
}
