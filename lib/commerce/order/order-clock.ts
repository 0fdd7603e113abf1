import { env } from "#lib/platform/env.ts";
import type { Clock } from "#lib/platform/i18n/days.ts";
import { numberFormat } from "#lib/platform/i18n/formats.ts";
import { formatOf, inRegion, languageOf, regionOf } from "#lib/platform/i18n/locale.ts";
import { zoneOfPlace } from "#lib/platform/time-zones.ts";
import type { Order } from "./order.ts";

/**
 * How dates of an order are shown: in the time zone of the destination, formatted for the country of the order's
 * locale, otherwise for the destination. If the destination has several zones, the likeliest, otherwise the shop's own,
 * and the zone is shown. `reader` is the locale of the surrounding text, if it is not the order's: its language and its
 * digits.
 */
export function clockOf(
  order: Pick<Order, "locale" | "shippingAddress" | "placedAt">,
  reader: string | null = order.locale,
): Clock {
  const { shippingAddress, placedAt } = order;
  const zone = zoneOfPlace(shippingAddress, new Date(placedAt));
  return {
    locale: withDigitsOf(
      formatOf(reader),
      inRegion(languageOf(reader), regionOf(order.locale) ?? shippingAddress.country),
    ),
    timeZone: zone?.timeZone ?? env.SHOP_TIME_ZONE,
    named: !zone?.sure,
  };
}

/** `locale` with the digits of another one: Arabic is written with either kind, by country. */
function withDigitsOf(other: string, locale: string): string {
  const [wanted, own] = [other, locale].map(
    (each) => numberFormat(each, {}).resolvedOptions().numberingSystem,
  );
  return wanted === own ? locale : `${locale}-u-nu-${wanted}`;
}
