import { env } from "#lib/platform/env.ts";
import type { Clock } from "#lib/platform/i18n/days.ts";
import type { Language } from "#lib/platform/i18n/languages.ts";
import { inRegion, languageOf, regionOf } from "#lib/platform/i18n/locale.ts";
import { zoneOfPlace } from "#lib/platform/time-zones.ts";
import type { Order } from "./order.ts";

/**
 * How the days of an order are told: in the time of the place that it goes to, the way that the country of the order's
 * locale writes them, else that of the place. Where the place keeps more than one time, the likeliest, else the
 * shop's own, and the zone is said. `language` is that of the words around them, if it is not the order's.
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
