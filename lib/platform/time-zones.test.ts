import { expect, test } from "vitest";
import { isTimeZone, zoneOfPlace } from "./time-zones.ts";

const at = new Date("2026-11-28T23:30:00.000Z");
const sure = (timeZone: string) => ({ timeZone, sure: true });
const likely = (timeZone: string) => ({ timeZone, sure: false });

test("a country with a single time zone has it", () => {
  for (const [country, zone] of [
    ["JP", "Asia/Tokyo"],
    ["DE", "Europe/Berlin"],
    ["GB", "Europe/London"],
    ["IN", "Asia/Calcutta"],
    ["XK", "Europe/Belgrade"],
  ] as const) {
    expect(zoneOfPlace({ country }, at)).toEqual(sure(zone));
  }
});

test("in the United States, Canada and Australia the state decides", () => {
  expect(zoneOfPlace({ country: "US", region: "CA" }, at)).toEqual(sure("America/Los_Angeles"));
  expect(zoneOfPlace({ country: "US", region: " me" }, at)).toEqual(sure("America/New_York"));
  expect(zoneOfPlace({ country: "US", region: "TX" }, at)).toEqual(likely("America/Chicago"));
  expect(zoneOfPlace({ country: "CA", region: "AB" }, at)).toEqual(sure("America/Edmonton"));
  expect(zoneOfPlace({ country: "AU", region: "WA" }, at)).toEqual(sure("Australia/Perth"));
  expect(zoneOfPlace({ country: "US" }, at)).toBeNull();
});

test("islands are recognized by their postal code", () => {
  expect(zoneOfPlace({ country: "ES", postalCode: "35001" }, at)).toEqual(sure("Atlantic/Canary"));
  expect(zoneOfPlace({ country: "ES", postalCode: "28013" }, at)).toEqual(sure("Europe/Madrid"));
  expect(zoneOfPlace({ country: "ES" }, at)).toEqual(likely("Europe/Madrid"));
});

test("every place of every country has an existing zone, or none", () => {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const places = letters.flatMap((first) => letters.map((second) => ({ country: first + second })));
  const states = ["US", "CA", "AU"].flatMap((country) =>
    [..."AL AK AZ AR CA CO CT DC HI NY ON QC BC NL YT NU NSW VIC NT PR GU AS".split(" ")].map((region) => ({
      country,
      region,
    })),
  );
  for (const place of [...places, ...states]) {
    const zone = zoneOfPlace(place, at);
    if (zone) expect(isTimeZone(zone.timeZone), JSON.stringify(place)).toBe(true);
  }
  expect(isTimeZone("Mars/Olympus")).toBe(false);
});
