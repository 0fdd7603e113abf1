import { env } from "#lib/platform/env.ts";
import type { Clock } from "#lib/platform/i18n/days.ts";
import { locale as language } from "#lib/platform/i18n/messages.ts";
import { zoneOfPlace } from "#lib/platform/time-zones.ts";
import type { Order } from "./order.ts";

/**
 * How the days of an order are told: in the time of the place that it goes to, the way that its country writes them.
 * Where that place keeps more than one time, the likeliest, else the shop's own, and the zone is said.
 */
export function clockOf(order: Pick<Order, "locale" | "shippingAddress" | "placedAt">): Clock {
  const { shippingAddress, placedAt } = order;
  const zone = zoneOfPlace(shippingAddress, new Date(placedAt));
  return {
    locale: new Intl.Locale(language, {
      region: regionOf(order.locale) ?? shippingAddress.country,
    }).toString(),
    timeZone: zone?.timeZone ?? env.SHOP_TIME_ZONE,
    named: !zone?.sure,
  };
}

/** "GB" for "en-GB"; a locale comes from outside. */
function regionOf(locale: string | null): string | undefined {
  return locale?.match(/^[a-z]{2,3}-(?:[A-Z][a-z]{3}-)?([A-Z]{2})$/)?.[1];
}
