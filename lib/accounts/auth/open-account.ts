import type { BetterAuthOptions } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { createInternalAdapter } from "better-auth/db";
import type { TransactionContext } from "#lib/platform/context.ts";
import { isUniqueViolation, type Transaction } from "#lib/platform/database/db.ts";
import { normalizeEmail } from "#lib/platform/email-address.ts";
import { alreadyTaken } from "#lib/platform/errors.ts";
import { auth } from "./auth.ts";

type AccountInput = {
  email: string;
  passwordHash: string;
  firstName?: string | undefined;
  lastName?: string | undefined;
};

/** Hashes like better-auth. Slow, so call it before a transaction. */
export async function hashPassword(password: string): Promise<string> {
  return (await auth.$context).password.hash(password);
}

/**
 * Creates an account like a sign-up, in the caller's transaction, without mail and session: greeting its owner is up to
 * the calling program.
 * @throws already_taken if the address has an account, in any spelling
 */
export async function openAccount(
  { tx }: TransactionContext,
  { passwordHash, firstName, lastName, ...input }: AccountInput,
): Promise<{ userId: string }> {
  const accounts = await accountsIn(tx);
  const email = normalizeEmail(input.email);
  if (await accounts.findUserByEmail(email)) throw alreadyTaken("email", input.email);
  const name = [firstName, lastName].filter(Boolean).join(" ") || email;
  const { id: userId } = await accounts
    .createUser({ email, name, emailVerified: false }, { method: "email-password" })
    .catch((error) => {
      throw isUniqueViolation(error) ? alreadyTaken("email", input.email) : error;
    });
  const credential = { userId, accountId: userId, providerId: "credential", password: passwordHash };
  await accounts.linkAccount(credential);
  await tx.user.updateMany({
    where: { id: userId },
    data: { firstName: firstName ?? null, lastName: lastName ?? null },
  });
  return { userId };
}

/** better-auth's own adapter, in our transaction. */
async function accountsIn(tx: Transaction) {
  const { options, logger, generateId } = await auth.$context;
  const adapter = prismaAdapter(tx, { provider: "postgresql", transaction: false })(options);
  const { databaseHooks: hooks }: BetterAuthOptions = options;
  const ours = hooks ? [{ source: "user", hooks }] : [];
  return createInternalAdapter(adapter, { options, logger, generateId, hooks: ours });
}
