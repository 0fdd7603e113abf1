import { env } from "#lib/platform/env.ts";
import type { Clock } from "#lib/platform/i18n/days.ts";
import type { Language } from "#lib/platform/i18n/languages.ts";
import { inRegion, languageOf, regionOf } from "#lib/platform/i18n/locale.ts";
import { zoneOfPlace } from "#lib/platform/time-zones.ts";
import type { Order } from "./order.ts";

/**
 * How dates of an order are shown: in the time zone of the destination, formatted for the country of the order's
 * locale, otherwise for the destination. If the destination has several zones, the likeliest, otherwise the shop's own,
 * and the zone is shown. `language` is the language of the surrounding text, if it is not the order's.
 */
export function clockOf(
  order: Pick<Order, "locale" | "shippingAddress" | "placedAt">,
  language: Language = languageOf(order.locale),
): Clock {
  const { shippingAddress, placedAt } = order;
  const zone = zoneOfPlace(shippingAddress, new Date(placedAt));
  return {
    locale: inRegion(language, regionOf(order.locale) ?? shippingAddress.country),
    timeZone: zone?.timeZone ?? env.SHOP_TIME_ZONE,
    named: !zone?.sure,
  };
}
