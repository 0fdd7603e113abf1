import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";

export const shippingMethod = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  description: z.string(),
  /** Minor units of the requested currency. */
  price: z.int(),
  minDays: z.int(),
  maxDays: z.int(),
});
export type ShippingMethod = z.output<typeof shippingMethod>;

const methodsRow = z.object({ methods: z.array(shippingMethod) });

/** The active methods that serve `country` and have a price in `currency`, in display order. */
export async function listShippingMethods(
  ctx: Context,
  input: { country: string; currency: string },
): Promise<ShippingMethod[]> {
  const methods = methodsJson(Prisma.sql`${input.currency}`, Prisma.sql`${input.country}`);
  const rows = await rowsOf(ctx, Prisma.sql`select ${methods} as methods`, methodsRow);
  return rows.flatMap(({ methods }) => methods);
}

/** The same as JSON, to be read along with something else. */
export function methodsJson(currency: Prisma.Sql, country: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    select coalesce(json_agg(json_build_object('id', m.id, 'key', m.key, 'name', m.name, 'description', m.description,
      'price', (m.prices ->> ${currency})::bigint, 'minDays', m.min_days, 'maxDays', m.max_days) order by m.position, m.key), '[]')
    from shipping_method m
    where m.active and m.prices ? ${currency} and (m.countries = '{}' or ${country} = any (m.countries)))`;
}
