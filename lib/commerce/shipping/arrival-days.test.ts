import { expect, test } from "vitest";
import { arrivalDays } from "./arrival-days.ts";

const standard = { minDays: 3, maxDays: 5 };

test.each([
  [
    "until the last hour a parcel leaves on the same day",
    "2026-11-23T13:59:59.000Z",
    "US",
    "2026-11-26",
    "2026-11-30",
  ],
  ["later it leaves on the next working day", "2026-11-23T14:00:00.000Z", "US", "2026-11-27", "2026-12-01"],
  ["late on a Friday it leaves on Monday", "2026-11-27T23:00:00.000Z", "US", "2026-12-03", "2026-12-07"],
  [
    "at the weekend it leaves on Monday, whatever the hour",
    "2026-11-28T23:00:00.000Z",
    "US",
    "2026-12-03",
    "2026-12-07",
  ],
  [
    "on its way it rests at the weekend of the destination",
    "2026-11-24T08:00:00.000Z",
    "SA",
    "2026-11-29",
    "2026-12-01",
  ],
])("%s", (_, at, country, first, last) => {
  expect(arrivalDays(standard, at, country)).toEqual({ first, last });
});
