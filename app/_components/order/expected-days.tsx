import { useTranslations } from "next-intl";
import { type Clock, formatCalendarDays } from "#lib/platform/i18n/days.ts";

type Props = { arrival: { first: string; last: string }; clock: Clock };

/** "Expected November 24 – 26, 2026" */
export function ExpectedDays({ arrival: { first, last }, clock }: Props) {
  const t = useTranslations("shop.order");
  return t.rich("expected", {
    // On one line, if that is long enough.
    days: () => <span className="inline-block">{formatCalendarDays(first, last, clock)}</span>,
  });
}
