import { withoutHidden } from "#lib/platform/text.ts";

// What can end a line or a header.
const breaks = /[\p{Cc}\u2028\u2029]+/gu;

/** One line of text without anything that could act on what stands around it. */
export function cleanText(given: string): string {
  return withoutHidden(given.toWellFormed().replace(breaks, " ")).replace(/\s+/g, " ").trim();
}

/** Text for a header. "=?" begins an encoded word, which the reader's program would decode after we have checked. */
export function headerText(given: string): string {
  return cleanText(given).replaceAll("=?", "= ?");
}
