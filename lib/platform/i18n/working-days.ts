declare global {
  namespace Intl {
    interface Locale {
      getWeekInfo?(): { weekend: number[] } | undefined;
    }
  }
}

const dayMs = 86_400_000;
const saturdayAndSunday = [6, 7];

/**
 * The calendar day that is `count` working days of `country` after `day` ("2026-11-24"); with 0, `day` itself or the
 * next working day. Weekends are those of the country; public holidays count as working days.
 */
export function workingDayAfter(day: string, count: number, country: string): string {
  const weekend = weekendOf(country);
  let at = Date.parse(`${day}T12:00:00Z`);
  const rest = () => {
    while (weekend.includes(new Date(at).getUTCDay() || 7)) at += dayMs;
  };
  rest();
  for (let passed = 0; passed < count; passed++) {
    at += dayMs;
    rest();
  }
  return new Date(at).toISOString().slice(0, 10);
}

/** Days of the week, 1 for Monday. */
function weekendOf(country: string): number[] {
  return new Intl.Locale(`und-${country}`).getWeekInfo?.()?.weekend ?? saturdayAndSunday;
}
