import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { countRows } from "#lib/platform/database/counts.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsPlannedAnew } from "#lib/platform/database/rows.ts";
import type { FieldList, Listing } from "#lib/platform/filter/index.ts";
import type { Discount } from "./evaluate.ts";
import { findDiscounts } from "./find-discounts.ts";

/** The filterable fields of discounts. */
export const discountFields = {
  id: { type: "uuid", sql: Prisma.sql`d.id` },
  code: { type: "string", sql: Prisma.sql`d.code` },
  name: { type: "string", sql: Prisma.sql`d.name` },
  startsAt: { type: "date", sql: Prisma.sql`d.starts_at` },
  usageLimit: { type: "number", sql: Prisma.sql`d.usage_limit` },
  usesPerCustomer: { type: "number", sql: Prisma.sql`case when d.once_per_customer then 1 end` },
  endsAt: { type: "date", sql: Prisma.sql`d.ends_at` },
} satisfies FieldList;

/** A page of discounts. `total` counts all pages, if requested. */
export async function searchDiscounts(
  ctx: Context,
  { where, orderBy, limit, offset, withTotal }: Listing,
): Promise<{ discounts: Discount[]; total?: number }> {
  const page = await rowsPlannedAnew(
    ctx,
    Prisma.sql`select d.id from discount d where ${where} order by ${orderBy} limit ${limit} offset ${offset}`,
    z.object({ id: z.string() }),
  );
  const ids = page.map(({ id }) => id);
  const found = new Map((await findDiscounts(ctx, ids)).map((discount) => [discount.id, discount]));
  const discounts = ids.flatMap((id) => found.get(id) ?? []);
  return withTotal
    ? { discounts, total: await countRows(ctx, Prisma.sql`discount d where ${where}`) }
    : { discounts };
}
