import {
  clockOf,
  isWhole,
  linesIn,
  numberOf,
  type Order,
  type Shipment,
  shipmentsOf,
} from "#lib/commerce/order/index.ts";
import { type Wording, wordingFor } from "#lib/mail/mail-words.ts";
import { asNobody } from "#lib/platform/context.ts";
import { catalogueLanguage } from "#lib/platform/i18n/languages.ts";
import { expectedArrival } from "../expected-arrival.ts";
import { wordDays } from "./arrival.ts";
import type { OrderMail } from "./order-mail.ts";
import { orderNotice } from "./order-notice.ts";

/** Says what was shipped and how to track it, once per shipment. */
export const shippedMail: OrderMail = async (order, reader, { shipmentId }) => {
  const shipments = await shipmentsOf(asNobody, [order.id]);
  const position = shipments.findIndex(({ id }) => id === shipmentId);
  const shipment = shipments[position];
  // The merchant only set the state; there is no shipment.
  if (!shipment) return null;
  const { words } = wordingFor(order.locale);
  const orderNumber = numberOf(order);
  const soFar = shipments.slice(0, position + 1).flatMap(({ lines }) => lines);
  const part = isWhole(order, shipment.lines) ? "whole" : isWhole(order, soFar) ? "rest" : "part";
  return orderNotice(order, reader, {
    name: `shipped.${shipment.id}`,
    subject: words(`shipped.subject.${part}`, { orderNumber }),
    preheader: words("shipped.preheader"),
    heading: words(`shipped.heading.${part}`),
    paragraphs: [words(`shipped.lead.${part}`, { orderNumber })],
    facts: [...trackingFacts(shipment, words), ...arrivalFacts(order, words)],
    link: trackingLink(shipment, words),
    lines: { title: words("shipped.lines"), items: parcelLines(order, shipment, words) },
  });
};

type Words = Wording["words"];

function parcelLines(order: Order, { lines }: Shipment, words: Words) {
  return linesIn(order, lines).map(({ name, variantTitle, quantity }) => ({
    name,
    language: catalogueLanguage,
    variant: variantTitle,
    amount: words("shipped.count", { count: quantity }),
  }));
}

function trackingFacts({ tracking }: Shipment, words: Words) {
  if (!tracking) return [];
  return [
    { label: words("shipped.carrier"), value: tracking.carrier },
    { label: words("shipped.trackingNumber"), value: tracking.trackingNumber },
  ].filter(({ value }) => value !== "");
}

/** When the whole order is expected, as its page says. */
function arrivalFacts(order: Order, words: Words) {
  const days = expectedArrival(order, clockOf(order));
  return days ? [{ label: words("facts.arrives"), value: wordDays(days, order) }] : [];
}

function trackingLink({ tracking }: Shipment, words: Words) {
  const url = tracking?.trackingUrl;
  return url && /^https?:\/\//.test(url) ? { label: words("shipped.follow"), url } : null;
}
