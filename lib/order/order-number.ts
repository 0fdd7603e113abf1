import { randomInt } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 8;
// A merchant's own may have 256 characters.
const longestTyped = 300;

/** "SC-" and eight random Crockford base-32 characters: says nothing of how many orders there are. */
export function newOrderNumber(): string {
  return `SC-${Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("")}`;
}

/** The number that people are told: the merchant's own where there is one. Either finds the order. */
export function numberOf(order: { orderNumber: string; merchantNumber: string | null }): string {
  return order.merchantNumber ?? order.orderNumber;
}

/**
 * An order number as a person types it ("“#sc 7k2m-9qxo”") in the form it is stored in ("SC-7K2M9QX0"); null when it
 * cannot be one. Case, spaces, hyphens and other signs do not matter, and O, I and L read as the digits they are
 * mistaken for.
 */
export function normalizeOrderNumber(typed: string): string | null {
  const [, digits] = bareNumber(typed).match(/^(?:SC)?([0-9A-Z]{8})$/) ?? [];
  return digits ? `SC-${digits.replace(/O/g, "0").replace(/[IL]/g, "1")}` : null;
}

/**
 * Two spellings of one number, also of a merchant's own, compare equal: letters and digits are all that counts.
 * Empty for what is no number.
 */
export function bareNumber(typed: string): string {
  const bare = typed
    .slice(0, longestTyped + 1)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{P}\p{S}\p{Cf}]/gu, "");
  return typed.length > longestTyped || /[^\p{L}\p{M}\p{N}]/u.test(bare) ? "" : bare;
}
