import { domainToASCII } from "node:url";
import * as z from "zod";

// Length first, so that no pattern ever runs over a long text.
const longest = 254;
const plain = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;

/**
 * An address as a person types it: trimmed, no quoted local part, no comment. A domain in any script is kept in ASCII,
 * as mail servers know it ("user@xn--mller-kva.example"); the part before the @ has to be ASCII.
 */
export const emailAddress = z
  .string()
  .trim()
  .overwrite(withPlainDomain)
  .max(longest)
  .pipe(z.email({ pattern: plain }))
  .meta({ description: "An e-mail address", example: "guest@example.com" });

/** Two spellings of one mailbox compare equal. */
export function normalizeEmail(email: string): string {
  return withPlainDomain(email.trim()).toLowerCase();
}

function withPlainDomain(email: string): string {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1);
  // Empty is what becomes of a domain that cannot be one, and no address matches without.
  return at < 0 || email.length > longest || /^\p{ASCII}*$/u.test(domain)
    ? email
    : email.slice(0, at + 1) + domainToASCII(domain);
}
