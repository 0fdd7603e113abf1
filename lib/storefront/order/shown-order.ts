import { expectedArrival } from "#lib/commerce/notifications/index.ts";
import { clockOf, numberOf, type Order, payBy, paymentSteps } from "#lib/commerce/order/index.ts";
import { findProvider, type PaymentSteps, wordsOf } from "#lib/commerce/payment/index.ts";
import type { ArrivalDays } from "#lib/commerce/shipping/index.ts";
import type { Address } from "#lib/platform/address.ts";
import { currentReader } from "#lib/platform/i18n/current-reader.ts";
import type { Clock } from "#lib/platform/i18n/days.ts";
import type { Language } from "#lib/platform/i18n/languages.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { spacedPhone } from "#lib/platform/phone.ts";
import { parcelContents } from "./parcel-contents.ts";
import { shopAddress } from "./shop-address.ts";

/** An order as pages show it. Plain data, so that it can be sent to the browser, which has no configuration. */
export type ShownOrder = {
  order: ReturnType<typeof toShown>;
  clock: Clock;
  /** When it is expected; null if that is unknown or past. */
  arrival: ArrivalDays | null;
  /** The payment deadline (ISO 8601 UTC); null if no payment is awaited. */
  payBy: string | null;
  /** The name of the payment method; null if nothing was due. */
  wayToPay: string | null;
  /** How the buyer still has to pay; null if not at all. */
  steps: PaymentSteps | null;
  /** The email address of the shop. */
  helpAddress: string;
};

/** In the reader's language. */
export async function shownOrder(order: Order): Promise<ShownOrder> {
  const { language, locale } = await currentReader();
  const clock = clockOf(order, locale);
  const due = formatMoney(order.balance.due, order.currency, clock.locale);
  return {
    order: toShown(order),
    clock,
    arrival: expectedArrival(order, clock),
    payBy: payBy(order),
    wayToPay: wayToPay(order, language),
    steps: paymentSteps(order, { language, clock, due }),
    helpAddress: shopAddress,
  };
}

/** The visible fields: no ids of the buyer, and no data that a program stores. */
function toShown(order: Order) {
  const { id, status, paymentStatus, fulfillmentStatus, placedAt, email, phone } = order;
  const { currency, totals, taxIncluded, coupons, deliveryNote, shippingMethod } = order;
  const { payment, balance, shipments, events } = order;
  return {
    id,
    number: numberOf(order),
    status,
    paymentStatus,
    fulfillmentStatus,
    placedAt,
    email,
    phone: phone && spacedPhone(phone),
    currency,
    totals,
    taxIncluded,
    coupons,
    lines: order.lines.map(({ id, name, variantTitle, image, quantity, lineTotal }) => ({
      id,
      name,
      variantTitle,
      image,
      quantity,
      lineTotal,
    })),
    shippingAddress: withoutParts(order.shippingAddress),
    billingAddress: withoutParts(order.billingAddress),
    deliveryNote,
    shippingMethod,
    payment,
    balance,
    shipments: shipments.map(({ lines, ...parcel }) => ({
      ...parcel,
      contents: parcelContents(order, lines),
    })),
    events,
  };
}

function withoutParts({ parts: _, ...address }: Address): Address {
  return address;
}

function wayToPay({ payment }: Order, language: Language): string | null {
  if (!payment) return null;
  const provider = findProvider(payment.provider);
  if (!provider) return payment.provider;
  const { title, methods } = wordsOf(provider, language);
  return methods.find(({ id }) => id === payment.method)?.title ?? title;
}
