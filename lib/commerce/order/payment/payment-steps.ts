import { findProvider, type PaymentSteps } from "#lib/commerce/payment/index.ts";
import { type Clock, formatDay } from "#lib/platform/i18n/days.ts";
import type { Language } from "#lib/platform/i18n/languages.ts";
import { payBy } from "../lifecycle/pay-by.ts";
import type { Order } from "../order.ts";
import { numberOf } from "../order-number.ts";

/** How the text is written: `due` is the amount that is due, formatted. */
type Writing = { language: Language; clock: Clock; due: string };

/** How the buyer still has to pay; null if not at all. */
export function paymentSteps(order: Order, { language, clock, due }: Writing): PaymentSteps | null {
  if (order.status === "cancelled" || order.payment?.status !== "pending") return null;
  const until = payBy(order);
  const asked = {
    amount: due,
    orderNumber: numberOf(order),
    language,
    payBy: until && formatDay(until, clock),
  };
  return findProvider(order.payment.provider)?.steps?.(asked) ?? null;
}
