import { dateFormat } from "#lib/platform/i18n/formats.ts";

declare global {
  namespace Intl {
    interface Locale {
      getTimeZones?(): string[] | undefined;
    }
  }
}

/** An IANA time zone, and whether it is certain. */
type PlaceZone = { timeZone: string; sure: boolean };

type Place = { country: string; region?: string | undefined; postalCode?: string | undefined };

// The time zones of states and provinces. Where one has two, the zone of most of its people.
const byRegion: Record<string, Record<string, string>> = {
  US: {
    "America/New_York": "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
    "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
    "America/Denver": "CO ID MT NM UT WY",
    "America/Phoenix": "AZ",
    "America/Los_Angeles": "CA NV OR WA",
    "America/Anchorage": "AK",
    "Pacific/Honolulu": "HI",
    "America/Puerto_Rico": "PR VI",
    "Pacific/Guam": "GU MP",
    "Pacific/Pago_Pago": "AS",
  },
  CA: {
    "America/Toronto": "ON QC",
    "America/Vancouver": "BC",
    "America/Edmonton": "AB NT",
    "America/Regina": "SK",
    "America/Winnipeg": "MB",
    "America/Halifax": "NB NS PE",
    "America/St_Johns": "NL",
    "America/Whitehorse": "YT",
    "America/Iqaluit": "NU",
  },
  AU: {
    "Australia/Sydney": "NSW ACT",
    "Australia/Melbourne": "VIC",
    "Australia/Brisbane": "QLD",
    "Australia/Adelaide": "SA",
    "Australia/Perth": "WA",
    "Australia/Hobart": "TAS",
    "Australia/Darwin": "NT",
  },
};

const twoTimes: Record<string, string> = {
  US: "AK FL ID IN KS KY MI ND NE NV OR SD TN TX",
  CA: "BC NL NU ON QC SK",
};

// Islands that a postal code identifies.
const byPostalCode: Record<string, [RegExp, string][]> = {
  ES: [
    [/^(35|38)/, "Atlantic/Canary"],
    [/^\d/, "Europe/Madrid"],
  ],
  PT: [
    [/^9[5-9]/, "Atlantic/Azores"],
    [/^9[0-4]/, "Atlantic/Madeira"],
    [/^\d/, "Europe/Lisbon"],
  ],
};

// The zone of most people in countries with several.
const mostly: Record<string, string> = {
  BR: "America/Sao_Paulo",
  CD: "Africa/Kinshasa",
  CL: "America/Santiago",
  CN: "Asia/Shanghai",
  EC: "America/Guayaquil",
  ES: "Europe/Madrid",
  GL: "America/Godthab",
  ID: "Asia/Jakarta",
  MN: "Asia/Ulaanbaatar",
  MX: "America/Mexico_City",
  NZ: "Pacific/Auckland",
  PF: "Pacific/Tahiti",
  PG: "Pacific/Port_Moresby",
  PT: "Europe/Lisbon",
  RU: "Europe/Moscow",
  UA: "Europe/Kiev",
};

// Missing from Intl.
const added: Record<string, string> = { XK: "Europe/Belgrade" };

/** The time zone of a place at `at`; null if its country has several and nothing decides. */
export function zoneOfPlace({ country, region = "", postalCode = "" }: Place, at: Date): PlaceZone | null {
  const island = byPostalCode[country]?.find(([pattern]) => pattern.test(postalCode));
  if (island) return { timeZone: island[1], sure: true };
  const regional = zoneOfRegion(country, region.trim().toUpperCase());
  if (regional) return regional;
  const zones = new Intl.Locale("und", { region: country }).getTimeZones?.() ?? [];
  const [one = added[country]] = zones;
  if (one && new Set(zones.map((zone) => offsetOf(zone, at))).size < 2) return { timeZone: one, sure: true };
  const most = mostly[country];
  return most ? { timeZone: most, sure: false } : null;
}

/** Whether it is an IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

function zoneOfRegion(country: string, region: string): PlaceZone | null {
  const found = Object.entries(byRegion[country] ?? {}).find(([, regions]) => has(regions, region));
  return found ? { timeZone: found[0], sure: !has(twoTimes[country] ?? "", region) } : null;
}

function has(list: string, word: string): boolean {
  return list.split(" ").includes(word);
}

/** "GMT+01:00" */
function offsetOf(timeZone: string, at: Date): string | undefined {
  const parts = dateFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value;
}
