import { randomBytes } from "node:crypto";
import { now } from "#lib/platform/clock.ts";
import { type Context, database, type TransactionContext } from "#lib/platform/context.ts";
import { newId } from "#lib/platform/ids.ts";
import { sha256 } from "#lib/platform/secrets.ts";

/** What a token does once: set the account's password, or confirm its email address. */
export type Purpose = "password" | "email";

/** A token for a program to send to an account's mailbox. `value` is the secret; the database has its hash. */
export type AccountToken = { id: string; value: string; userId: string; createdAt: Date; expiresAt: Date };

type Wish = { purpose: Purpose; userId: string; minutes: number; invalidatesOlder: boolean };

/** Makes a token for an account. It ends with the account's other mailed links: see endMailedLinks. */
export async function issueAccountToken(
  { tx }: TransactionContext,
  { purpose, userId, minutes, invalidatesOlder }: Wish,
): Promise<AccountToken> {
  const prefix = prefixOf(purpose);
  if (invalidatesOlder)
    await tx.verification.deleteMany({ where: { value: userId, identifier: { startsWith: prefix } } });
  const [id, value, createdAt] = [newId(), randomBytes(32).toString("base64url"), now()];
  const expiresAt = new Date(createdAt.getTime() + minutes * 60_000);
  await tx.verification.create({
    data: { id, identifier: `${prefix}${sha256(value)}`, value: userId, createdAt, expiresAt },
  });
  return { id, value, userId, createdAt, expiresAt };
}

type Named = { purpose: Purpose; value: string };

/** The account of a token that has neither been used nor ended; null if there is none. */
export async function findAccountToken(
  ctx: Context,
  { purpose, value }: Named,
): Promise<{ userId: string; hasExpired: boolean } | null> {
  const found = await database(ctx).verification.findFirst({
    where: { identifier: identifierOf(purpose, value) },
  });
  return found && { userId: found.value, hasExpired: found.expiresAt <= now() };
}

/** Uses a token up. False if somebody else did, or it has ended. */
export async function takeAccountToken(
  { tx }: TransactionContext,
  { purpose, value }: Named,
): Promise<boolean> {
  const { count } = await tx.verification.deleteMany({ where: { identifier: identifierOf(purpose, value) } });
  return count > 0;
}

function prefixOf(purpose: Purpose): string {
  return `account-${purpose}:`;
}

function identifierOf(purpose: Purpose, value: string): string {
  return `${prefixOf(purpose)}${sha256(value)}`;
}
