import { useLocale, useTranslations } from "next-intl";
import { arrivalDays, type ShippingMethod } from "#lib/commerce/shipping/index.ts";
import { now } from "#lib/platform/clock.ts";
import { formatCalendarDay } from "#lib/platform/i18n/days.ts";

type Props = { method: Pick<ShippingMethod, "minDays" | "maxDays">; country: string };

/** When something arrives that is ordered now. */
export function Arrival({ method, country }: Props) {
  const t = useTranslations("shop.delivery");
  const locale = useLocale();
  const { first, last } = arrivalDays(method, now().toISOString(), country);
  const day = (at: string) => (
    <time dateTime={at} className="whitespace-nowrap">
      {formatCalendarDay(at, { locale })}
    </time>
  );
  return t.rich(first === last ? "arrivesOn" : "arrives", { first: () => day(first), last: () => day(last) });
}
