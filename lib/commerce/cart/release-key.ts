import { type Context, database } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { isAlive } from "./alive.ts";

/** Removes a key from an expired cart, so that another cart can have it. */
export async function releaseExpiredKey(ctx: Context, key: string | null): Promise<void> {
  if (key === null) return;
  await database(ctx).$executeRaw(
    Prisma.sql`update cart c set key = null where c.key = ${key} and not ${isAlive()}`,
  );
}
