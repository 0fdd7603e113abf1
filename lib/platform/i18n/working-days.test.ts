import { expect, test } from "vitest";
import { workingDayAfter } from "./working-days.ts";

test.each([
  ["a weekend between is not counted", "2026-11-26", 3, "US", "2026-12-01"],
  ["a working day is its own zeroth", "2026-11-27", 0, "US", "2026-11-27"],
  ["a day off begins with the next working day", "2026-11-28", 0, "US", "2026-11-30"],
  ["Saudi Arabia rests on Friday and Saturday", "2026-11-26", 1, "SA", "2026-11-29"],
  ["across the end of a year", "2026-12-31", 1, "DE", "2027-01-01"],
  ["a place without a country rests at our weekend", "2026-11-27", 1, "ZZ", "2026-11-30"],
])("%s", (_, day, count, country, expected) => {
  expect(workingDayAfter(day, count, country)).toBe(expected);
});
