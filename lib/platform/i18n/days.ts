import { dateFormat } from "#lib/platform/i18n/formats.ts";

const dayMs = 86_400_000;

/** How dates are shown to a person. Plain data, so that it can be sent to the browser. */
export type Clock = {
  /** Decides how dates are written: "en-GB". */
  locale: string;
  /** An IANA name. */
  timeZone: string;
  /** Whether to show the zone, because it may not be the reader's. */
  named: boolean;
};

/** "November 21, 2026" or "21 November 2026", followed by " (UTC)" if the zone has to be shown. `at` is ISO 8601. */
export function formatDay(at: string, { locale, timeZone, named }: Clock): string {
  const day = dateFormat(locale, { dateStyle: "long", timeZone }).format(new Date(at));
  return named ? `${day} (${zoneName(at, { locale, timeZone })})` : day;
}

/** The date and time to the minute, always with the zone: "November 21, 2026 at 4:05 PM CST". */
export function formatMinute(at: string, { locale, timeZone }: Clock): string {
  const words = dateFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone });
  return `${words.format(new Date(at))} ${zoneName(at, { locale, timeZone })}`;
}

/** The time to the minute, always with the zone, "4:05 PM CST", on one line. */
export function formatTime(at: string, { locale, timeZone }: Pick<Clock, "locale" | "timeZone">): string {
  const time = dateFormat(locale, { timeStyle: "short", timeZone }).format(new Date(at));
  return `${time} ${zoneName(at, { locale, timeZone })}`.replaceAll(/\s/g, "\u00A0");
}

/** The calendar day that is `days` after `at` */
export function dayAfter(at: string, days: number, { timeZone }: Pick<Clock, "timeZone">): string {
  const parts = dateFormat("en-US", {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    timeZone,
  })
    .formatToParts(new Date(at))
    .map(({ type, value }) => [type, Number(value)]);
  const { year, month, day }: Record<string, number> = Object.fromEntries(parts);
  // Counted in days, not in hours: a day on which the clocks change has 23 or 25.
  const noon = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, 12) + days * dayMs;
  return new Date(noon).toISOString().slice(0, 10);
}

/** A calendar day: "Tue, Nov 24". */
export function formatCalendarDay(day: string, { locale }: Pick<Clock, "locale">): string {
  const format = { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" } as const;
  return dateFormat(locale, format).format(noonOf(day));
}

/** From one calendar day to another, which may be the same: "November 24 – 26, 2026". */
export function formatCalendarDays(first: string, last: string, { locale }: Pick<Clock, "locale">): string {
  return dateFormat(locale, { dateStyle: "long", timeZone: "UTC" }).formatRange(noonOf(first), noonOf(last));
}

/** "CST", "GMT+9", or "GMT-8" with a hyphen at which no line ends. */
function zoneName(at: string, { locale, timeZone }: Pick<Clock, "locale" | "timeZone">): string {
  const parts = dateFormat(locale, { timeZone, timeZoneName: "short" }).formatToParts(new Date(at));
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
  return name.replaceAll("-", "\u2011");
}

/** The middle of a calendar day in UTC. */
function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
