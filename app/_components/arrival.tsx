import { useLocale, useTranslations } from "next-intl";
import { arrivalDays, type ShippingMethod } from "#lib/commerce/shipping/index.ts";
import { now } from "#lib/platform/clock.ts";
import { ShortDay } from "./order/day.tsx";

type Props = { method: Pick<ShippingMethod, "minDays" | "maxDays">; country: string };

/** When something would arrive that is ordered now. */
export function Arrival({ method, country }: Props) {
  const t = useTranslations("shop.delivery");
  const locale = useLocale();
  const { first, last } = arrivalDays(method, now().toISOString(), country);
  return t.rich(first === last ? "arrivesOn" : "arrives", {
    first: () => <ShortDay day={first} locale={locale} />,
    last: () => <ShortDay day={last} locale={locale} />,
  });
}
