import { normalizeEmail } from "#lib/platform/email-address.ts";
import { auth } from "./auth.ts";

/** Whose account this is, or null when address and password do not belong together. Starts no session. */
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
