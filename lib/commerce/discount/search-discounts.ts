import { type Context, database } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/db.ts";
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
  const page = await database(ctx).$queryRaw<{ id: string }[]>`
    select d.id from discount d where ${where} order by ${orderBy} limit ${limit} offset ${offset}`;
  const ids = page.map(({ id }) => id);
  const found = new Map((await findDiscounts(ctx, ids)).map((discount) => [discount.id, discount]));
  const discounts = ids.flatMap((id) => found.get(id) ?? []);
  if (!withTotal) return { discounts };
  const [row] = await database(ctx).$queryRaw<{ total: number }[]>`
    select count(*)::int as total from discount d where ${where}`;
  return { discounts, total: row?.total ?? 0 };
}
