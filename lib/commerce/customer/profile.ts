import type { TransactionContext } from "#lib/platform/context.ts";
import { isUniqueViolation } from "#lib/platform/database/db.ts";
import { alreadyTaken } from "#lib/platform/errors.ts";

export const profileMembers = [
  "middleName",
  "title",
  "salutation",
  "dateOfBirth",
  "companyName",
  "vatId",
  "locale",
  "externalId",
] as const;

/** Customer data that only programs set; the shop does not ask shoppers for it. */
export type CustomerProfile = { [M in (typeof profileMembers)[number]]?: string };

/** The merchant's own identifiers of a customer, each unique. */
export type CustomerNames = { key: string | null; customerNumber: string | null };

/** @throws already_taken */
export async function checkNamesFree(
  { tx }: TransactionContext,
  { key, customerNumber }: CustomerNames,
): Promise<void> {
  if (key !== null && (await tx.user.count({ where: { key } })) > 0) throw alreadyTaken("key", key);
  if (customerNumber !== null && (await tx.user.count({ where: { customerNumber } })) > 0) {
    throw alreadyTaken("customerNumber", customerNumber);
  }
}

/** Writes a program's data about a new customer. @throws already_taken if an identifier was taken meanwhile */
export async function setProfile(
  ctx: TransactionContext,
  { userId, names, profile }: { userId: string; names: CustomerNames; profile: CustomerProfile },
): Promise<void> {
  try {
    await ctx.tx.user.updateMany({ where: { id: userId }, data: { ...names, profile } });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw names.customerNumber === null
      ? alreadyTaken("key", names.key ?? "")
      : alreadyTaken("customerNumber", names.customerNumber);
  }
}
