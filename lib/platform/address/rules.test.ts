import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { address, country } from "#lib/platform/address.ts";
import { addressRules } from "#scripts/address-rules.ts";
import { readPostalCode } from "./postal-code.ts";
import { readRegion, regionChoices } from "./region.ts";
import { addressRule, countryCodes } from "./rule.ts";

// ISO 3166-1 alpha-2, officially assigned, and XK.
const assigned = `
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF
CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH
GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW
KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG
NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN
SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE
YT ZA ZM ZW`
  .trim()
  .split(/\s+/);

const person = { firstName: "Ada", line1: "1 Main Street" };

/** The minimal address that the country accepts. */
function leastOf(code: string): Record<string, string> {
  const { required, examples } = addressRule(code);
  const parts = {
    city: "Springfield",
    region: regionChoices(code)[0]?.value ?? "North",
    postalCode: examples[0] ?? "1",
  };
  const needed = Object.entries(parts).filter(([part]) => [...required].some((each) => each === part));
  return { ...person, country: code, ...Object.fromEntries(needed) };
}

/** The names of the rejected fields. */
function refused(given: object): string[] {
  const result = address.safeParse(given);
  return result.success ? [] : result.error.issues.map(({ path }) => path.join("."));
}

test("the generated file is up to date with the metadata", async () => {
  expect(await readFile(new URL("./countries.ts", import.meta.url), "utf8")).toBe(await addressRules());
});

describe("countries", () => {
  test("are those of ISO 3166-1, and Kosovo", () => {
    expect(assigned).toHaveLength(250);
    expect([...countryCodes].sort()).toEqual([...assigned].sort());
  });

  test.each("AA AC AN BU CP CS DD DG EA EU EZ FX IC QO SU TA UN XA XB YU ZR ZZ USA 1A".split(" "))(
    "%s is not a country",
    (code) => {
      expect(country.safeParse(code).success).toBe(false);
    },
  );

  test("UK is read as GB", () => {
    expect([" uk ", "UK", "gb"].map((typed) => country.parse(typed))).toEqual(["GB", "GB", "GB"]);
  });
});

describe.each(assigned)("an address in %s", (code) => {
  const least = leastOf(code);

  test("is accepted with the required parts, and with more", () => {
    expect(address.parse(least)).toEqual(least);
    const { examples } = addressRule(code);
    const more = {
      ...least,
      city: "Springfield",
      lastName: "King",
      line2: "Floor 2",
      region: least.region ?? "",
    };
    expect(refused({ ...more, postalCode: examples[0] ?? "A 1" })).toEqual([]);
  });

  test("is rejected without a required part, by the part's name", () => {
    expect(refused({ ...least, line1: " " })).toEqual(["line1"]);
    for (const part of addressRule(code).required) {
      const { [part]: _, ...without } = least;
      // In countries without postal codes a city can stand in for the region.
      const dispensable = part === "region" && least.city && !least.postalCode;
      expect(refused(without)).toEqual(dispensable ? [] : [part]);
    }
  });

  test("has its postal code checked where the format is known", () => {
    for (const postalCode of ["?!", "ABCDEFGH", "0000000000000"]) {
      const nonsense = refused({ ...least, postalCode });
      expect(nonsense).toEqual(addressRule(code).postalCode ? ["postalCode"] : []);
    }
  });

  test("stores each postal code in one form, however it is typed", () => {
    for (const example of addressRule(code).examples) {
      const bare = example.replace(/[ -]/g, "");
      const spellings = [
        example,
        bare,
        bare.toLowerCase(),
        ` ${[...bare].join(" ")} `,
        [...bare].join("\u2011"),
      ];
      for (const typed of spellings) expect(readPostalCode(code, typed)).toBe(example);
    }
  });
});

test.each([
  ["GB", "SW1A  1AA", "SW1A 1AA"],
  ["GB", "sw1a\u00a01aa", "SW1A 1AA"],
  ["GB", "m25bq", "M2 5BQ"],
  ["GB", "BFPO61", "BFPO 61"],
  ["CA", "K1A-0B1", "K1A 0B1"],
  ["US", "627011234", "62701-1234"],
  ["US", "62701–1234", "62701-1234"],
  ["US", "６２７０１", "62701"],
  ["FR", "75 001", "75001"],
  ["DE", "D-10115", "10115"],
  ["CH", "CH 8001", "8001"],
  ["LV", "1050", "LV-1050"],
  ["JP", "〒1540023", "154-0023"],
  ["IR", "۱۱۹۳۶۱۲۳۴۵", "11936-12345"],
  ["QA", " P.O.  Box 7 ", "P.O. Box 7"],
])("in %s the postal code %s is stored as %s", (code, typed, kept) => {
  expect(readPostalCode(code, typed)).toBe(kept);
});

test.each([
  ["US", "oregon", "OR"],
  ["US", "N.Y.", "NY"],
  ["CA", "Québec", "QC"],
  ["CA", "quebec", "QC"],
  ["AU", "new south wales", "NSW"],
  ["JP", "tokyo", "Tokyo"],
  ["JP", "東京都", "東京都"],
  ["JP", "Tōkyō-to", "Tōkyō-to"],
  ["IT", "Roma", "RM"],
  ["DE", "Bayern", "Bayern"],
  ["US", "Atlantis", null],
])("in %s the region %s is stored as %s", (code, typed, kept) => {
  expect(readRegion(code, typed)).toBe(kept);
});

test("names stay as typed, and a single name is enough", () => {
  for (const name of ["Madonna", "O’Brien-Nuñez", "Ñandú", "أحمد", "王小明", "Ada ７", "D'Arcy"]) {
    const typed = { ...leastOf("DE"), firstName: ` ${name} `, lastName: name };
    expect(address.parse(typed)).toMatchObject({ firstName: name, lastName: name });
    const { lastName: _, ...alone } = typed;
    for (const given of [alone, { ...alone, lastName: "" }]) {
      expect(address.parse(given)).toEqual({ ...leastOf("DE"), firstName: name });
    }
  }
  expect(address.parse({ ...leastOf("DE"), firstName: "Zoe\u0308" }).firstName).toBe("Zoë");
});

test("every error is reported at once, with an example from the country", () => {
  const result = address.safeParse({ ...person, country: "US", region: "Atlantis", postalCode: "SW1A 1AA" });
  expect(result.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["city", "A city is needed for this country"],
    ["region", "Not a region of US"],
    ["postalCode", "Not a postal code of US, such as 95014"],
  ]);
});

test("the regions of every country can be read by whoever reads Latin letters, and stay as they are written there", () => {
  const labels = countryCodes.flatMap((code) => regionChoices(code).map(({ label }) => label));
  expect(labels.filter((label) => !/\p{Script=Latin}/u.test(label))).toEqual([]);
  expect(readRegion("HK", "kowloon")).toBe("Kowloon");
  expect(readRegion("HK", "九龍")).toBe("九龍");
});
