import { Prisma } from "#lib/platform/db.ts";
import { normalizeEmail } from "#lib/platform/email-address.ts";
import { hashEmail } from "#lib/platform/secrets.ts";

/** A person for counting uses: the user, and the known addresses of contact and account. */
export type Person = { userId: string | null; emails: (string | null)[] };

/**
 * A condition on discount_usage for the uses of this person: the user's own, those under one of the addresses, and
 * those of an account with one of the addresses, whatever its contact was.
 */
export function usesOf({ userId, emails }: Person): Prisma.Sql {
  const known = emails.filter((email) => email !== null);
  return Prisma.sql`released_at is null and (user_id = ${userId}::uuid or email_hash = any (${known.map(hashEmail)})
    or user_id in (select u.id from "user" u where u.email = any (${known.map(normalizeEmail)})))`;
}
