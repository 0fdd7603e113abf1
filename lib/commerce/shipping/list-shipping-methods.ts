import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/db.ts";
import { rowsOf } from "#lib/platform/rows.ts";

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

/** The active methods that serve `country` and have a price in `currency`, in display order. */
export async function listShippingMethods(
  ctx: Context,
  input: { country: string; currency: string },
): Promise<ShippingMethod[]> {
  return rowsOf(
    ctx,
    Prisma.sql`
    select id, key, name, description, (prices ->> ${input.currency})::float8 as price,
      min_days as "minDays", max_days as "maxDays"
    from shipping_method
    where active and prices ? ${input.currency} and (countries = '{}' or ${input.country} = any (countries))
    order by position, key`,
    shippingMethod,
  );
}
