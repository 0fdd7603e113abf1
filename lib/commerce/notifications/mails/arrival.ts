import { clockOf, type Order } from "#lib/commerce/order/index.ts";
import { type ArrivalDays, arrivalDays } from "#lib/commerce/shipping/index.ts";
import { type Wording, wordingFor } from "#lib/mail/mail-words.ts";
import { type Clock, formatCalendarDay } from "#lib/platform/i18n/days.ts";
import { awaitsMoney } from "./payment-words.ts";

/**
 * The expected arrival, counted in working days from when the order was placed. While a transfer is awaited the date is
 * unknown, so it is a number of days. Null: no shipping method, or nothing will be shipped.
 */
export function arrivalOf(
  order: Pick<Order, "status" | "shippingMethod" | "placedAt" | "payment" | "locale" | "shippingAddress">,
): string | null {
  if (!order.shippingMethod || order.status === "cancelled") return null;
  const { words } = wordingFor(order.locale);
  if (awaitsMoney(order)) {
    return words("arrival.afterPayment", { days: transitOf(order.shippingMethod, words) });
  }
  const days = arrivalDays(order.shippingMethod, order.placedAt, order.shippingAddress.country);
  return wordDays(days, order);
}

/** The days of an arrival: "Fri, Dec 4 to Tue, Dec 8". */
export function wordDays(
  days: ArrivalDays,
  order: Pick<Order, "locale" | "shippingAddress" | "placedAt">,
): string {
  const clock = clockOf(order);
  const [first, last] = [onOneLine(days.first, clock), onOneLine(days.last, clock)];
  return first === last ? first : wordingFor(order.locale).words("arrival.between", { first, last });
}

/** "Fri, Dec 4", in which no line ends. */
function onOneLine(day: string, clock: Pick<Clock, "locale">): string {
  return formatCalendarDay(day, clock).replaceAll(" ", "\u00a0");
}

type Transit = { minDays: number; maxDays: number };

/** "3 to 5 working days" */
function transitOf({ minDays, maxDays }: Transit, words: Wording["words"]): string {
  if (minDays === maxDays) return words("delivery.days", { days: maxDays });
  return words("delivery.dayRange", { first: minDays, last: maxDays });
}
