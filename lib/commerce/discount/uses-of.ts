import { Prisma } from "#lib/platform/db.ts";
import { normalizeEmail } from "#lib/platform/email-address.ts";
import { hashEmail } from "#lib/platform/secrets.ts";

/** Whom a use counts for: the user, and every address that is known, of the contact and of the account. */
export type Person = { userId: string | null; emails: (string | null)[] };

/**
 * The condition on discount_usage for uses that count for this person: the user's own, those under one of the
 * addresses, and those of an account with one of the addresses, whatever contact it gave.
 */
export function usesOf({ userId, emails }: Person): Prisma.Sql {
  const known = emails.filter((email) => email !== null);
  return Prisma.sql`released_at is null and (user_id = ${userId}::uuid or email_hash = any (${known.map(hashEmail)})
    or user_id in (select u.id from "user" u where u.email = any (${known.map(normalizeEmail)})))`;
}
