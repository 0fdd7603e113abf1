// A merchant's own number may have 256 characters.
const longestTyped = 300;

/**
 * Normalizes an order number as typed ("“#sc 7k2m-9qxo”") to the stored form ("SC-7K2M9QX0"); null if it cannot be one.
 * Case, spaces, hyphens and other signs are ignored, and O, I and L are read as the digits they look like.
 */
export function normalizeOrderNumber(typed: string): string | null {
  const [, digits] = bareNumber(typed).match(/^(?:SC)?([0-9A-Z]{8})$/) ?? [];
  return digits ? `SC-${digits.replace(/O/g, "0").replace(/[IL]/g, "1")}` : null;
}

/**
 * Reduces a number, ours or a merchant's own, to letters and digits, so that its spellings compare equal. Empty if it
 * contains none.
 */
export function bareNumber(typed: string): string {
  const bare = typed
    .slice(0, longestTyped + 1)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{P}\p{S}\p{Cf}]/gu, "");
  return typed.length > longestTyped || /[^\p{L}\p{M}\p{N}]/u.test(bare) ? "" : bare;
}
