import { env } from "#lib/platform/env.ts";
import { dayAfter } from "#lib/platform/i18n/days.ts";
import { workingDayAfter } from "#lib/platform/i18n/working-days.ts";
import type { ShippingMethod } from "./list-shipping-methods.ts";

/** Calendar days, "2026-11-24". */
export type ArrivalDays = { first: string; last: string };

/** The warehouse: its country, for weekends, and the hour before which an order leaves on the same day. */
const warehouse = { country: "US", lastHour: 14 };

/**
 * The first and last day on which an order that is placed at `at` (ISO 8601) may arrive in `country`. Before 14:00 by
 * the shop's clock (SHOP_TIME_ZONE) it leaves on the same working day, otherwise on the next one. A method's days are
 * working days of the destination.
 */
export function arrivalDays(
  { minDays, maxDays }: Pick<ShippingMethod, "minDays" | "maxDays">,
  at: string,
  country: string,
): ArrivalDays {
  const leaves = leavingDay(at);
  return {
    first: workingDayAfter(leaves, minDays, country),
    last: workingDayAfter(leaves, maxDays, country),
  };
}

function leavingDay(at: string): string {
  const timeZone = env.SHOP_TIME_ZONE;
  const hour = new Intl.DateTimeFormat("en-US", { hour: "numeric", hourCycle: "h23", timeZone });
  const day = dayAfter(at, 0, { timeZone });
  const isWorkingDay = workingDayAfter(day, 0, warehouse.country) === day;
  const isLate = isWorkingDay && Number(hour.format(new Date(at))) >= warehouse.lastHour;
  return workingDayAfter(day, isLate ? 1 : 0, warehouse.country);
}
