import type { Context } from "#lib/platform/context.ts";
import { countEvery, countedExactly, largeCount } from "#lib/platform/database/counts.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import type { Condition } from "#lib/platform/filter/index.ts";

/** The number of products "p" that match, or "many" above 1,000. */
export async function countSome(ctx: Context, where: Condition): Promise<number | "many"> {
  const few = await count(ctx, where, Prisma.sql`order by p.position, p.id limit ${countedExactly + 1}`);
  return few <= countedExactly ? few : "many";
}

/** The number of products "p" that match. Above 1,000 it may be a minute old. */
export async function countProducts(ctx: Context, where: Condition): Promise<number> {
  const some = await countSome(ctx, where);
  return some === "many" ? countMany(ctx, where) : some;
}

/** The same if more than 1,000 are known to match. */
export function countMany(ctx: Context, where: Condition): Promise<number> {
  return largeCount(where, () => count(ctx, where, Prisma.empty));
}

function count(ctx: Context, where: Condition, bounds: Prisma.Sql): Promise<number> {
  return countEvery(ctx, Prisma.sql`(select 1 from product p where ${where} ${bounds}) found`);
}
