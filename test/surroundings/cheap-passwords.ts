import crypto, { type BinaryLike, type ScryptOptions } from "node:crypto";
import { syncBuiltinESMExports } from "node:module";

type Done = (error: Error | null, key: Buffer) => void;

/**
 * Makes hashing a password a thousand times cheaper, in tests only: they sign up and in thousands of times, and their
 * passwords protect nothing. What the shop asks for is unchanged, and lib/accounts/auth/open-account.test.ts holds it.
 */
export function cheapenPasswords(): void {
  const { scrypt } = crypto;
  function cheapScrypt(word: BinaryLike, salt: BinaryLike, length: number, given: ScryptOptions, done: Done) {
    scrypt(word, salt, length, { ...given, N: 16, r: 1 }, done);
  }
  // Test files that share a process come here again.
  if (scrypt.name === cheapScrypt.name) return;
  crypto.scrypt = cheapScrypt as typeof scrypt;
  // better-auth imports it by name.
  syncBuiltinESMExports();
}
