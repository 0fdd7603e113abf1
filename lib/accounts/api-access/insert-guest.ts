import { Prisma } from "#lib/platform/db.ts";

/**
 * The statement that writes a guest's row as better-auth would. Its address is no mailbox's; nothing is mailed to it.
 * Who sends it may say more at its end.
 */
export function insertGuest(guest: { userId: string; anonymousId: string | null; at: Date }): Prisma.Sql {
  const { userId, anonymousId, at } = guest;
  return Prisma.sql`
    insert into "user" (id, name, email, is_anonymous, anonymous_id, created_at, updated_at)
    values (${userId}::uuid, 'Anonymous', ${`${userId}@anonymous.placeholder.invalid`}, true, ${anonymousId}, ${at}, ${at})`;
}
