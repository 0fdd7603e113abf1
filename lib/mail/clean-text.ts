import { withoutHidden } from "#lib/platform/text.ts";

// Characters that can end a line or a header.
const breaks = /[\p{Cc}\u2028\u2029]+/gu;

/** One line of text without characters that affect the surrounding text. */
export function cleanText(given: string): string {
  return withoutHidden(given.toWellFormed().replace(breaks, " ")).replace(/\s+/g, " ").trim();
}

/** Text for a header. "=?" starts an encoded word, which the mail program would decode after our checks. */
export function headerText(given: string): string {
  return cleanText(given).replaceAll("=?", "= ?");
}
