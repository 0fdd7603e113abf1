import { type Clock, formatCalendarDay, formatDay, formatMinute } from "#lib/platform/i18n/days.ts";

/** The day of a moment; with `time`, the minute too. */
export function Day({ at, clock, time }: { at: string; clock: Clock; time?: boolean }) {
  return <time dateTime={at}>{time ? formatMinute(at, clock) : formatDay(at, clock)}</time>;
}

/** A day of the calendar, "2026-11-24", in short and, if it fits, on one line: "Tue, Nov 24". */
export function ShortDay({ day, locale }: { day: string; locale: string }) {
  return (
    <time dateTime={day} className="inline-block">
      {formatCalendarDay(day, { locale })}
    </time>
  );
}
