import { Prisma } from "#lib/platform/database/db.ts";

/**
 * The statement that inserts a guest like better-auth does. The address is a placeholder that gets no mail. Callers may
 * append to the statement.
 */
export function insertGuest(guest: { userId: string; anonymousId: string | null; at: Date }): Prisma.Sql {
  const { userId, anonymousId, at } = guest;
  return Prisma.sql`
    insert into "user" (id, name, email, is_anonymous, anonymous_id, created_at, updated_at)
    values (${userId}::uuid, 'Anonymous', ${`${userId}@anonymous.placeholder.invalid`}, true, ${anonymousId}, ${at}, ${at})`;
}
