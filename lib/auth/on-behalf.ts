import { db, isUniqueViolation } from "#lib/db.ts";
import { normalizeEmail } from "#lib/email-address.ts";
import { alreadyTaken, type DomainError } from "#lib/errors.ts";
import type { AnonymousAccountLinked } from "#lib/module.ts";
import { linkHandlers } from "#lib/modules.ts";
import { auth } from "./auth.ts";

// What better-auth does for a browser, done for a program that acts on somebody's behalf: no cookie, no session.

export type AccountInput = {
  email: string;
  password: string;
  firstName?: string | undefined;
  lastName?: string | undefined;
};

/** Whose account this is, or null when address and password do not belong together. */
export async function checkPassword(input: {
  email: string;
  password: string;
}): Promise<{ userId: string } | null> {
  const { internalAdapter, password } = await auth.$context;
  if (!isPlausible(input)) return null;
  const found = await internalAdapter.findUserByEmail(normalizeEmail(input.email), { includeAccounts: true });
  const hash = found?.accounts.find((account) => account.providerId === "credential")?.password;
  if (!found || !hash) {
    // As slow as a check, so that the time does not tell whether there is an account.
    await password.hash(input.password);
    return null;
  }
  return (await password.verify({ hash, password: input.password })) ? { userId: found.user.id } : null;
}

/** Nothing that PostgreSQL would not take, or that would take long to hash. */
function isPlausible({ email, password }: { email: string; password: string }): boolean {
  return email.length <= 254 && !email.includes("\0") && password.length <= 128;
}

/**
 * An account as a sign-up makes it, without a mail: how its owner is greeted is up to the program that asked.
 * @throws already_taken for an address that has an account, in any spelling
 */
async function createAccount(input: AccountInput): Promise<{ userId: string }> {
  const { internalAdapter, password } = await auth.$context;
  const email = normalizeEmail(input.email);
  const names = [input.firstName, input.lastName].filter(Boolean);
  if (await internalAdapter.findUserByEmail(email)) throw emailTaken(input.email);
  const hash = await password.hash(input.password);
  const created = await internalAdapter
    .createUser({ email, name: names.join(" ") || email, emailVerified: false }, { method: "email-password" })
    .catch((error) => {
      throw isUniqueViolation(error) ? emailTaken(input.email) : error;
    });
  await internalAdapter.linkAccount({
    userId: created.id,
    providerId: "credential",
    accountId: created.id,
    password: hash,
  });
  const { firstName = null, lastName = null } = input;
  await db.user.updateMany({ where: { id: created.id }, data: { firstName, lastName } });
  return { userId: created.id };
}

/** The guest whose things go to an account, and what becomes of the guest's cart. */
export type Guest = Omit<AnonymousAccountLinked, "userId">;

/** An account, with what the guest has; or neither. @throws already_taken */
export async function signUpFor(input: AccountInput, guest: Guest | null): Promise<{ userId: string }> {
  const account = await createAccount(input);
  try {
    if (guest) await handOver({ ...guest, ...account });
    return account;
  } catch (error) {
    // Nobody has used it yet, and the guest will want the address again.
    await (await auth.$context).internalAdapter.deleteUser(account.userId);
    throw error;
  }
}

/** Whose account this is, with what the guest has; null, and nothing moved, for a wrong password. */
export async function signInFor(
  credentials: { email: string; password: string },
  guest: Guest | null,
): Promise<{ userId: string } | null> {
  const account = await checkPassword(credentials);
  if (account && guest) await handOver({ ...guest, ...account });
  return account;
}

/** By the same handlers as a sign-in in a browser. */
async function handOver(linked: AnonymousAccountLinked): Promise<void> {
  for (const handle of linkHandlers()) await handle(linked);
}

function emailTaken(email: string): DomainError {
  return alreadyTaken("email", email, "There is already an existing customer with the provided email.");
}
