import { type Context, database } from "#lib/context.ts";

/** Which of these users have an account; the others are guests. */
export async function accountsAmong(
  ctx: Context,
  userIds: readonly (string | null)[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(userIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Set();
  const rows = await database(ctx).user.findMany({
    where: { id: { in: ids }, isAnonymous: false },
    select: { id: true },
  });
  return new Set(rows.map((row) => row.id));
}
