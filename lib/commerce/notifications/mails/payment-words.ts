import type { PaymentSteps } from "#emails/_components/types.ts";
import { clockOf, numberOf, type Order, payBy } from "#lib/commerce/order/index.ts";
import { cleanText } from "#lib/mail/clean-text.ts";
import { type Wording, wordingFor } from "#lib/mail/mail-words.ts";
import { formatDay } from "#lib/platform/i18n/days.ts";

/** How an order is paid, and how far that is: "Bank transfer", "$112.40 to pay". Empty: nothing is known of a payment. */
export function paymentLines(order: Order): string[] {
  if (!order.payment) return [];
  const { words } = wordingFor(order.locale);
  const { provider, status } = order.payment;
  return [providerName(provider, words), words(`payment.status.${status}`, { amount: totalOf(order) })];
}

function providerName(provider: string, words: Wording["words"]): string {
  if (provider === "test" || provider === "manual" || provider === "cod") return words(`payment.${provider}`);
  return words("payment.other", { provider: cleanText(provider) });
}

/** Whether the order waits for money that the buyer has to send. */
export function awaitsTransfer({ status, payment }: Pick<Order, "status" | "payment">): boolean {
  return status !== "cancelled" && payment?.provider === "manual" && payment.status === "pending";
}

/** What the buyer still has to do about the money; null when that is nothing. */
export function paymentStepsOf(order: Order): PaymentSteps | null {
  if (awaitsTransfer(order)) return transfer(order);
  if (order.status === "cancelled" || order.payment?.provider !== "cod" || order.payment.status !== "pending")
    return null;
  const { words } = wordingFor(order.locale);
  return {
    title: words("cod.title"),
    text: words("cod.text", { amount: totalOf(order) }),
    facts: [],
    warning: null,
  };
}

function transfer(order: Order): PaymentSteps {
  const { words } = wordingFor(order.locale);
  const amount = totalOf(order);
  const until = payBy(order);
  return {
    title: words("transfer.title"),
    text: words("transfer.text", { amount }),
    facts: [
      { label: words("transfer.amount"), value: amount },
      { label: words("transfer.reference"), value: numberOf(order) },
      { label: words("transfer.recipient"), value: words("transfer.recipientValue") },
      { label: words("transfer.bank"), value: words("transfer.bankValue") },
      { label: words("transfer.account"), value: words("transfer.accountValue") },
      ...(until ? [{ label: words("transfer.payBy"), value: formatDay(until, clockOf(order)) }] : []),
    ],
    warning: words("transfer.warning"),
  };
}

function totalOf(order: Order): string {
  return wordingFor(order.locale).money(order.totals.total, order.currency);
}
