import { useTranslations } from "next-intl";
import type { Clock } from "#lib/platform/i18n/days.ts";
import { CalendarDay } from "./day.tsx";

type Props = { arrival: { first: string; last: string }; clock: Clock };

/** "Expected between November 24, 2026 and November 26, 2026" */
export function ExpectedDays({ arrival: { first, last }, clock }: Props) {
  const t = useTranslations("shop.order");
  return t.rich(first === last ? "expectedOn" : "expected", {
    first: () => <CalendarDay day={first} clock={clock} />,
    last: () => <CalendarDay day={last} clock={clock} />,
  });
}
