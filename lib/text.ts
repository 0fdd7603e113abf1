import * as z from "zod";

/** One line of text, trimmed and composed (NFC), without control characters, `min` to `max` characters. */
export function line(max: number, min = 1) {
  return z
    .string()
    .trim()
    .normalize("NFC")
    .min(min)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, "Control characters are not allowed");
}

/** A UUID of any version, as ids travel. */
export const id = z.uuid();

/** An opaque token as it travels in links and bodies: letters, digits, "-" and "_". */
export const opaqueToken = z.string().regex(/^[\w-]{1,200}$/, "This is not a token of ours");
