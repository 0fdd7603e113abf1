import { normalizeEmail } from "#lib/platform/email-address.ts";
import { auth } from "./auth.ts";

/** The account with this address and password, and the hash that is stored of it; or null. Starts no session. */
export async function checkPassword(input: {
  email: string;
  password: string;
}): Promise<{ userId: string; passwordHash: string } | null> {
  const { internalAdapter, password } = await auth.$context;
  if (!isPlausible(input)) return null;
  const found = await internalAdapter.findUserByEmail(normalizeEmail(input.email), { includeAccounts: true });
  const hash = found?.accounts.find((account) => account.providerId === "credential")?.password;
  if (!found || !hash) {
    // As slow as a check, so that the time does not reveal whether there is an account.
    await password.hash(input.password);
    return null;
  }
  const isRight = await password.verify({ hash, password: input.password });
  return isRight ? { userId: found.user.id, passwordHash: hash } : null;
}

/** Rejects input that PostgreSQL would reject, or that would take long to hash. */
function isPlausible({ email, password }: { email: string; password: string }): boolean {
  return email.length <= 254 && !email.includes("\0") && password.length <= 128;
}
