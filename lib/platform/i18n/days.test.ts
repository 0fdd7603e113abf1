import { describe, expect, test } from "vitest";
import {
  type Clock,
  dayAfter,
  formatCalendarDay,
  formatCalendarDays,
  formatDay,
  formatMinute,
  formatTime,
} from "./days.ts";

const clock = (timeZone: string, locale = "en-US", named = false): Clock => ({ timeZone, locale, named });
const late = "2026-11-28T23:30:00.000Z";

test("a day follows the time zone, and is written as the locale writes it", () => {
  expect(formatDay(late, clock("America/Chicago"))).toBe("November 28, 2026");
  expect(formatDay(late, clock("Asia/Tokyo", "en-JP"))).toBe("November 29, 2026");
  expect(formatDay(late, clock("Europe/Berlin", "en-DE"))).toBe("29 November 2026");
  expect(formatDay(late, clock("Europe/London", "en-GB"))).toBe("28 November 2026");
});

test("a zone that may not be the reader's is named; next to a time it always is", () => {
  expect(formatDay(late, clock("UTC", "en-US", true))).toBe("November 28, 2026 (UTC)");
  expect(formatMinute(late, clock("America/Chicago"))).toBe("November 28, 2026 at 5:30 PM CST");
  expect(formatMinute(late, clock("Europe/Berlin", "en-DE"))).toBe("29 November 2026 at 00:30 CET");
  expect(formatTime(late, clock("America/Chicago"))).toBe("5:30\u00A0PM\u00A0CST");
});

test("no line ends inside a zone's name", () => {
  expect(formatDay(late, clock("America/Los_Angeles", "de-DE", true))).toBe("28. November 2026 (GMT\u20118)");
  expect(formatTime(late, clock("America/Los_Angeles", "de-DE"))).toBe("15:30\u00A0GMT\u20118");
});

describe("days are calendar days", () => {
  test.each([
    ["across the end of a year", "2026-12-30T23:59:59.000Z", 3, "UTC", "2027-01-02"],
    ["from the local day", late, 1, "Asia/Tokyo", "2026-11-30"],
    [
      "across the end of daylight saving time",
      "2026-10-31T04:10:00.000Z",
      2,
      "America/New_York",
      "2026-11-02",
    ],
    [
      "across the start of daylight saving time",
      "2026-03-07T04:59:00.000Z",
      2,
      "America/New_York",
      "2026-03-08",
    ],
  ])("%s", (_, at, days, zone, expected) => {
    expect(dayAfter(at, days, clock(zone))).toBe(expected);
  });

  test("a calendar day is the same in every zone", () => {
    for (const zone of ["Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"]) {
      expect(formatCalendarDay("2026-12-01", clock(zone))).toBe("Tue, Dec 1");
      expect(formatCalendarDay("2026-12-01", clock(zone, "en-DE"))).toBe("Tue, 1 Dec");
    }
  });

  test.each([
    ["en-US", "December 3\u2009–\u20097, 2026", "December 3, 2026"],
    ["de-DE", "3.–7. Dezember 2026", "3. Dezember 2026"],
    ["ar-EG", "٣–٧ ديسمبر ٢٠٢٦", "٣ ديسمبر ٢٠٢٦"],
  ])("from one to another, as %s writes it", (locale, several, one) => {
    expect(formatCalendarDays("2026-12-03", "2026-12-07", { locale })).toBe(several);
    expect(formatCalendarDays("2026-12-03", "2026-12-03", { locale })).toBe(one);
  });
});
