import type { MailLine, OrderSummary, TextBlock } from "#emails/_components/types.ts";
import { clockOf, numberOf, type Order, type OrderLine } from "#lib/commerce/order/index.ts";
import { cleanText } from "#lib/mail/clean-text.ts";
import { wordingFor } from "#lib/mail/mail-words.ts";
import { addressLines } from "#lib/platform/address/address-lines.ts";
import type { Address } from "#lib/platform/address.ts";
import { formatDay } from "#lib/platform/i18n/days.ts";
import { catalogueLanguage } from "#lib/platform/i18n/languages.ts";
import { spacedPhone } from "#lib/platform/phone.ts";
import { arrivalOf } from "./arrival.ts";
import { paymentLines, paymentStepsOf } from "./payment-words.ts";
import { totalRows } from "./total-rows.ts";

/** The summary of an order for a mail, translated and formatted. Text that shoppers typed stays as it is. */
export function summarizeOrder(order: Order): OrderSummary {
  const arrival = arrivalOf(order);
  const { words } = wordingFor(order.locale);
  return {
    facts: [
      { label: words("facts.orderNumber"), value: numberOf(order) },
      { label: words("facts.placedOn"), value: formatDay(order.placedAt, clockOf(order)) },
      ...(arrival ? [{ label: words("facts.arrives"), value: arrival }] : []),
    ],
    linesTitle: words("lines.title"),
    lines: order.lines.map((line) => lineOf(line, order)),
    ...totalRows(order),
    paymentSteps: paymentStepsOf(order),
    blocks: blocksOf(order),
  };
}

/** The number of items: "3 items". */
export function countItems(order: Order): string {
  return wordingFor(order.locale).words("items", {
    count: order.lines.reduce((count, line) => count + line.quantity, 0),
  });
}

function lineOf(line: OrderLine, { currency, locale }: Order): MailLine {
  const { words, money } = wordingFor(locale);
  const name = cleanText(line.name);
  const variant = cleanText(line.variantTitle);
  return {
    name,
    language: catalogueLanguage,
    variant: variant === name ? "" : variant,
    facts: words("lines.facts", { quantity: line.quantity, price: money(line.unitPrice, currency) }),
    amount: money(line.lineTotal, currency),
  };
}

function blocksOf(order: Order): TextBlock[] {
  const { words } = wordingFor(order.locale);
  const delivery = { title: words("delivery.title"), lines: placeLines(order.shippingAddress, order.locale) };
  const billing = { title: words("billing.title"), lines: placeLines(order.billingAddress, order.locale) };
  const payment = { title: words("payment.title"), lines: paymentLines(order) };
  // A single line, so that a stranger's text never looks like a line of ours.
  const note = {
    title: words("delivery.note"),
    lines: order.deliveryNote ? [cleanText(order.deliveryNote)] : [],
  };
  const elsewhere = billing.lines.join("\n") !== delivery.lines.join("\n");
  const told = [note, ...(elsewhere ? [billing] : []), payment].filter(({ lines }) => lines.length > 0);
  return [delivery, ...told];
}

function placeLines(address: Address, locale: string | null): string[] {
  const { words, format } = wordingFor(locale);
  const lines = addressLines(address, format).map(cleanText);
  return address.phone
    ? [...lines, words("delivery.phone", { phone: spacedPhone(cleanText(address.phone)) })]
    : lines;
}
