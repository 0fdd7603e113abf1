import { addressRule } from "./rule.ts";

/**
 * A postal code as the country writes it: "sw1a1aa" is "SW1A 1AA" in GB, "627011234" is "62701-1234" in US. Null for
 * what cannot be one there. Where the country's codes have no known form, it stays as it was typed.
 */
export function readPostalCode(country: string, typed: string): string | null {
  const { postalCode, examples } = addressRule(country);
  const spaced = typed.trim().replace(/[\s\p{Z}]+/gu, " ");
  if (!postalCode) return spaced;
  const written = spellings(country, plainCode(typed).replace(/^〒/, "")).flatMap((bare) =>
    layouts(bare, examples),
  );
  // As it was typed comes last: forms that no example shows.
  return [...written, spaced.normalize("NFKC").toUpperCase()].find((code) => postalCode.test(code)) ?? null;
}

/** With and without what is written before it: "CH-8001" and "D 26133", or "1050" for "LV-1050". */
function spellings(country: string, code: string): string[] {
  const prefixes = [country, country.slice(0, 1), plainCode(addressRule(country).postalPrefix)];
  const stripped = prefixes
    .filter((prefix) => prefix !== "" && code.startsWith(prefix))
    .map((prefix) => code.slice(prefix.length));
  return [code, ...stripped, country + code];
}

/** The code with the spaces and hyphens that examples of its length have. */
function layouts(code: string, examples: string[]): string[] {
  const written = examples
    .filter((example) => plainCode(example).length === code.length)
    .map((example) => {
      const characters = [...code];
      return [...example].map((mark) => (/[ -]/.test(mark) ? mark : (characters.shift() ?? ""))).join("");
    });
  return [...written, code];
}

/** Capital letters and ASCII digits, whatever script they were typed in; spaces, dots, dashes and invisible marks go. */
function plainCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\s\p{Z}\p{Cf}\p{Pd}\u2212.]/gu, "");
}

// Unicode keeps the ten digits of a script together, zero first.
function asciiDigit(digit: string): string {
  let zero = digit.codePointAt(0) ?? 0;
  const own = zero;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((own - zero) % 10);
}
