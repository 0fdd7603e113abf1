import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";

// Writes lib/platform/currencies.ts from the list of ISO 4217 that comes with currency-codes.
// Metals, units of account and the codes for tests have no minor unit and are left out.
const source = createRequire(import.meta.url).resolve("currency-codes/iso-4217-list-one.xml");
const entry = /<Ccy>([A-Z]{3})<\/Ccy>\s*<CcyNbr>\d+<\/CcyNbr>\s*<CcyMnrUnts>(\d)<\/CcyMnrUnts>/g;

// Amendments that are younger than that list.
const amendments: [string, number][] = [["XCG", 2]];

const xml = await readFile(source, "utf8");
const listed = Array.from(xml.matchAll(entry), ([, code = "", digits]): [string, number] => [
  code,
  Number(digits),
]);
const currencies = new Map([...listed, ...amendments]);
const codesWith = (digits: number) =>
  [...currencies.keys()].filter((code) => currencies.get(code) === digits);
const entries = [0, 2, 3, 4].map((digits) => `  ${digits}: "${codesWith(digits).sort().join(" ")}",`);

await writeFile(
  new URL("../lib/currencies.ts", import.meta.url),
  `/** The currencies of ISO 4217, by the digits of their minor unit. Written by scripts/currencies.ts. */
export const currenciesByDigits: Record<number, string> = {
${entries.join("\n")}
};
`,
);
