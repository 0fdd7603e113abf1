import { domainToASCII } from "node:url";
import * as z from "zod";
import { withoutFullWidth, withoutHidden } from "./text.ts";

// Checked first, so that no pattern runs over a long text.
const longest = 254;
// Words between dots, then labels as the DNS has them; the last one is no number.
const plain =
  /^(?=.{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?:[A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{0,58}[A-Za-z0-9])$/;

/**
 * An email address as typed: trimmed, without the invisible characters that come along when it is copied from an
 * address book or a chat, without quoted local part or comment. International domains are stored in ASCII
 * ("user@xn--mller-kva.example"); the local part has to be ASCII, which an East Asian keyboard may have written in full
 * width.
 */
export const emailAddress = z
  .string()
  .overwrite(withoutHidden)
  .overwrite(withoutFullWidth)
  .trim()
  .overwrite(withPlainDomain)
  .max(longest)
  .pipe(z.email({ pattern: plain }))
  .meta({ description: "An email address", example: "guest@example.com" });

/** A typed address as `emailAddress` would store it, valid or not. */
export function emailAsStored(email: string): string {
  return withPlainDomain(withoutFullWidth(withoutHidden(email)).trim());
}

/** Two spellings of the same mailbox compare equal. */
export function normalizeEmail(email: string): string {
  return emailAsStored(email).toLowerCase();
}

function withPlainDomain(email: string): string {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1);
  // An invalid domain becomes empty here, and an address without a domain does not match.
  return at < 0 || email.length > longest || /^\p{ASCII}*$/u.test(domain)
    ? email
    : email.slice(0, at + 1) + domainToASCII(domain);
}
