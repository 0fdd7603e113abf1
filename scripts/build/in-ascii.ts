/**
 * A bundle in ASCII. esbuild escapes strings but not regular expressions, and with a single character beyond Latin-1 V8
 * keeps two bytes for each character of the file.
 */
export function inAscii(bundle: string): string {
  return bundle.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
