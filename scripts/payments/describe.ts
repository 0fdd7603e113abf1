import {
  numberOf,
  type Order,
  type PaymentRecord,
  type Trouble,
  unreturned,
} from "#lib/commerce/order/index.ts";
import { formatMoney } from "#lib/platform/money.ts";

type Troubled = PaymentRecord & { troubles: Trouble[] };

/** Describes an order's money in a line or two. */
export function describeOrder(order: Order): string {
  const { status, paymentStatus, fulfillmentStatus, balance, currency, totals } = order;
  const parts = Object.entries(balance).map(([name, amount]) => `${name} ${money(amount, currency)}`);
  return [
    `Order ${numberOf(order)}  ${money(totals.total, currency)}  ${status}, ${paymentStatus}, ${fulfillmentStatus}`,
    `  ${parts.join(", ")}`,
  ].join("\n");
}

/** Describes a payment, with a line for each refund and dispute. */
export function describePayment(payment: PaymentRecord): string {
  const { id, provider, method, state, amount, captured, refunded, currency, reference, wanted } = payment;
  return [
    `Payment ${id}  ${[provider, method, reference].filter(Boolean).join(", ")}`,
    `  ${state}: requested ${money(amount, currency)}, captured ${money(captured, currency)}, refunded ${money(refunded, currency)}`,
    ...(payment.goesBack
      ? [`  is returned, because there is no order: ${payment.reason ?? "no reason"}`]
      : []),
    ...(wanted ? [`  ${wanted} was requested`] : []),
    ...payment.refunds.map(
      (refund) => `  refund ${money(refund.amount, currency)}  ${refund.state}  ${refund.createdAt}`,
    ),
    ...Object.entries(payment.disputes).map(([name, stand]) => `  dispute ${name}  ${stand}`),
  ].join("\n");
}

/** Describes a payment with the reasons why it needs attention. */
export function describeTrouble(payment: Troubled): string {
  const back = money(unreturned(payment), payment.currency);
  const left = money(payment.captured - payment.refunded, payment.currency);
  const words: Record<Trouble, string> = {
    refund_failed: `The bank sent back a refund of ${back}. Ask the buyer for another way to pay it, or refund it again.`,
    not_returned: `The order was cancelled. Return ${left} to the buyer, and record that with refund.`,
    disputed: "The buyer disputes the charge. Answer it at the provider.",
    lapsed:
      "The authorization lapsed, so nothing was paid. Ask the buyer to pay another way and record that with received, or cancel the order.",
    buyer_untold: "The buyer has not been told that the money is being returned.",
    stuck: "The provider has not answered for a long time. The worker's log says why.",
  };
  const name = payment.orderNumber === null ? "" : `Order ${payment.orderNumber}\n`;
  return [
    name + describePayment(payment),
    ...payment.troubles.map((trouble) => `  ! ${words[trouble]}`),
  ].join("\n");
}

function money(amount: number, currency: string): string {
  return formatMoney(amount, currency, "en");
}
