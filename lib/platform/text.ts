import * as z from "zod";

// Bidirectional marks, embeddings, overrides and isolates, and zero-width characters. The joiners stay: some scripts
// and emoji need them.
const hidden = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;

/** Removes invisible characters that change the reading direction or split words. */
export function withoutHidden(text: string): string {
  return text.replace(hidden, "");
}

/** ASCII that an East Asian keyboard has written in full width, "ａｄａ＠" or "１２", as ASCII. Other text stays. */
export function withoutFullWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

// Joiners, fillers and the empty Braille cell are kept inside a text, but are none by themselves.
const nothingShown = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800]+$/u;

function withoutBlank(text: string): string {
  return nothingShown.test(text) ? "" : text;
}

// Composing makes at most four characters one: "ᾂ" can be written as a letter and three accents.
const mostToOne = 4;

/**
 * Composes (NFC) what may become a text of `max` characters. Longer ones stay as they are: sorting a long run of accents
 * takes time that grows with its square.
 */
function composed(max: number) {
  return (given: string) => (given.length > mostToOne * max ? given : given.normalize("NFC"));
}

/** One line of text, trimmed and composed (NFC), without control and hidden characters, `min` to `max` characters. */
export function line(max: number, min = 1) {
  return z
    .string()
    .overwrite((given) => withoutBlank(withoutHidden(given)))
    .trim()
    .overwrite(composed(max))
    .min(min)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, "Control characters are not allowed");
}

/** The same for multi-line text. Every line ending becomes a line feed. */
export function text(max: number, min = 1) {
  return z
    .string()
    .overwrite((given) => withoutBlank(withoutHidden(given)).replace(/\r\n?/g, "\n"))
    .trim()
    .overwrite(composed(max))
    .min(min)
    .max(max)
    .regex(/^(?:\n|[^\p{Cc}\p{Cs}\u2028\u2029])*$/u, "Control characters are not allowed");
}

/** A UUID of any version, as ids travel. Capital letters are the same id, and PostgreSQL writes it without them. */
export const id = z.uuid().toLowerCase();

/** An opaque token in a link or body: letters, digits, "-" and "_". */
export const opaqueToken = z.string().regex(/^[\w-]{1,200}$/, "This is not a token of ours");

/** A timestamp from PostgreSQL's JSON, converted to ISO 8601 in UTC. */
export const instant = z
  .string()
  // As most are written. To parse and format a date takes thirty times as long.
  .transform((time) =>
    /\.\d{3}\+00:00$/.test(time) ? `${time.slice(0, -6)}Z` : new Date(time).toISOString(),
  );
