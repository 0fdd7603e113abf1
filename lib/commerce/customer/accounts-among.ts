import { type Context, database } from "#lib/platform/context.ts";

/**
 * The users among these that have an account; the others are guests. Needs no query for a shopper, who only sees their
 * own data.
 */
export async function accountsAmong(
  ctx: Context,
  userIds: readonly (string | null)[],
): Promise<ReadonlySet<string>> {
  const { actor } = ctx;
  const ids = [...new Set(userIds.filter((id) => id !== null))];
  const known = "userId" in actor && ids.every((id) => id === actor.userId);
  if (ids.length === 0 || (known && actor.type === "anonymous")) return new Set();
  if (known) return new Set(ids);
  const rows = await database(ctx).user.findMany({
    where: { id: { in: ids }, isAnonymous: false },
    select: { id: true },
  });
  return new Set(rows.map((row) => row.id));
}
