import type { PaymentSteps } from "#emails/_components/types.ts";
import { clockOf, type Order, paymentSteps } from "#lib/commerce/order/index.ts";
import { findProvider, wordsOf } from "#lib/commerce/payment/index.ts";
import { cleanText } from "#lib/mail/clean-text.ts";
import { wordingFor } from "#lib/mail/mail-words.ts";
import type { Language } from "#lib/platform/i18n/languages.ts";

/** The payment method and state: "Bank transfer", "$112.40 to pay". Empty if there is no payment. */
export function paymentLines(order: Order): string[] {
  if (!order.payment) return [];
  const { words, language } = wordingFor(order.locale);
  const { provider, status } = order.payment;
  return [providerName(provider, language), words(`payment.status.${status}`, { amount: totalOf(order) })];
}

function providerName(id: string, language: Language): string {
  const provider = findProvider(id);
  return provider ? wordsOf(provider, language).title : cleanText(id);
}

/** Whether the order waits for a payment that the buyer has to make. */
export function awaitsMoney({ status, payment }: Pick<Order, "status" | "payment">): boolean {
  if (status === "cancelled" || payment?.status !== "pending") return false;
  return findProvider(payment.provider)?.confirmsOrder === false;
}

/** How the buyer still has to pay; null if not at all. */
export function paymentStepsOf(order: Order): PaymentSteps | null {
  const { money, language } = wordingFor(order.locale);
  return paymentSteps(order, {
    language,
    clock: clockOf(order),
    due: money(order.balance.due, order.currency),
  });
}

function totalOf(order: Order): string {
  return wordingFor(order.locale).money(order.totals.total, order.currency);
}
