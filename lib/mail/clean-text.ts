// What can end a header, hide, or turn the reading direction around: controls, line separators, bidirectional
// marks, embeddings, overrides and isolates, and characters of no width. The joiners stay: scripts and emoji need them.
const unwanted =
  /[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]+/gu;

/** One line of text without anything that could act on what stands around it. */
export function cleanText(given: string): string {
  return given.toWellFormed().replace(unwanted, " ").replace(/\s+/g, " ").trim();
}

/** Text for a header. "=?" begins an encoded word, which the reader's program would decode after we have checked. */
export function headerText(given: string): string {
  return cleanText(given).replaceAll("=?", "= ?");
}

/**
 * What a shopper typed, for the body of a mail. Anybody may type anybody's address at the till, so our mail must
 * not carry a stranger's link: mail programs make links of bare text such as "win.example", and a character of no
 * width after the dot keeps them from it. To the eye nothing changes.
 */
export function typedText(given: string): string {
  return cleanText(given)
    .replace(/:(?=\/\/)/g, ":\u200B")
    .replace(/@(?=\S)/g, "@\u200B")
    .replace(/[.。．](?=[\p{L}\p{N}])/gu, "$&\u200B");
}
