import { addressRule } from "./rule.ts";

const longestTyped = 100;

/**
 * The postal code in the country's format: "sw1a1aa" becomes "SW1A 1AA" in GB, "627011234" becomes "62701-1234" in US.
 * Null if it is not a valid code there. Returned as typed for countries whose format is unknown.
 */
export function readPostalCode(country: string, typed: string): string | null {
  // A form's field may be as long as its body.
  if (typed.length > longestTyped) return null;
  const { postalCode, examples } = addressRule(country);
  const spaced = typed.trim().replace(/[\s\p{Z}]+/gu, " ");
  if (!postalCode) return spaced;
  const written = spellings(country, plainCode(typed).replace(/^〒/, "")).flatMap((bare) =>
    layouts(bare, examples),
  );
  // The typed form comes last, for formats that no example covers.
  return [...written, spaced.normalize("NFKC").toUpperCase()].find((code) => postalCode.test(code)) ?? null;
}

/** The code with and without its prefix: "CH-8001" and "D 26133", or "1050" for "LV-1050". */
function spellings(country: string, code: string): string[] {
  const prefixes = [country, country.slice(0, 1), plainCode(addressRule(country).postalPrefix)];
  const stripped = prefixes
    .filter((prefix) => prefix !== "" && code.startsWith(prefix))
    .map((prefix) => code.slice(prefix.length));
  return [code, ...stripped, country + code];
}

/** The code with spaces and hyphens placed as in the examples of its length. */
function layouts(code: string, examples: string[]): string[] {
  const written = examples
    .filter((example) => plainCode(example).length === code.length)
    .map((example) => {
      const characters = [...code];
      return [...example].map((mark) => (/[ -]/.test(mark) ? mark : (characters.shift() ?? ""))).join("");
    });
  return [...written, code];
}

/** Capital letters and ASCII digits, from any script, without spaces, dots, dashes and invisible characters. */
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
