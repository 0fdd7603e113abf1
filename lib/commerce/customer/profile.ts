import type { Context } from "#lib/platform/context.ts";
import { isUniqueViolation, type Transaction } from "#lib/platform/db.ts";
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

/** What a program tells the shop of a customer, beyond what the shop asks shoppers itself. */
export type CustomerProfile = { [M in (typeof profileMembers)[number]]?: string };

/** The merchant's own names for a customer: no two customers have the same. */
export type CustomerNames = { key: string | null; customerNumber: string | null };

/** @throws already_taken */
export async function checkNamesFree(
  { tx }: Context & { tx: Transaction },
  { key, customerNumber }: CustomerNames,
): Promise<void> {
  if (key !== null && (await tx.user.count({ where: { key } })) > 0) throw alreadyTaken("key", key);
  if (customerNumber !== null && (await tx.user.count({ where: { customerNumber } })) > 0) {
    throw alreadyTaken("customerNumber", customerNumber);
  }
}

/** Writes what a program says of a new customer. @throws already_taken when somebody was quicker */
export async function setProfile(
  ctx: Context & { tx: Transaction },
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
