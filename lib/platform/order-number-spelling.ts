// A merchant's own may have 256 characters.
const longestTyped = 300;

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
