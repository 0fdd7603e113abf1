import * as z from "zod";

// Length first, so that no pattern ever runs over a long text.
const plain = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;

/** An address as a person types it: trimmed, ASCII, no quoted local part, no comment. */
export const emailAddress = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email({ pattern: plain }))
  .meta({ description: "An e-mail address", example: "guest@example.com" });

/** Two spellings of one mailbox compare equal. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}
