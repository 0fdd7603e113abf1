import type { OrderMailProps } from "#emails/_components/types.ts";
import { numberOf, type Order } from "#lib/commerce/order/index.ts";
import { cleanText } from "#lib/mail/clean-text.ts";
import { wordingFor } from "#lib/mail/mail-words.ts";
import { countryName } from "#lib/platform/address/address-lines.ts";
import { orderAction, orderFrame } from "./order-frame.ts";
import type { OrderReader } from "./order-mail.ts";
import { countItems, summarizeOrder } from "./order-summary.ts";
import { awaitsMoney } from "./payment-words.ts";

/** The template props that both confirmation mails share. */
export function orderMailProps(order: Order, reader: OrderReader): OrderMailProps {
  const { words } = wordingFor(order.locale);
  const news = newsOf(order);
  const name = greetingName(order, reader.to.name);
  return {
    frame: orderFrame(order, reader, {
      title: orderSubject(order),
      preheader: preheaderOf(order, news === "placed" || news === "sent" ? reader.audience : news),
    }),
    heading: headingOf(order, name),
    lead: words(`lead.${leadOf(order)}`),
    action: orderAction(order, reader),
    summary: summarizeOrder(order),
  };
}

/** The subject of a mail about the order's state, in the order's language. */
export function orderSubject(order: Order): string {
  const key = newsOf(order) === "cancelled" ? "subjectCancelled" : "subject";
  return wordingFor(order.locale).words(key, { orderNumber: numberOf(order) });
}

/**
 * The id of a mail with these props. A cancellation has one id, whichever event reports it, so that it is mailed once:
 * a confirmation that comes late reports it, too.
 */
export function orderMailId(order: Order, confirmation: "placed" | "confirmation"): string {
  return `order.${order.id}.${newsOf(order) === "cancelled" ? "cancelled" : confirmation}.v1`;
}

type News = "placed" | "pending" | "sent" | "cancelled";

/** The news to report. A delayed mail must describe the order as it is by then. */
function newsOf(order: Order): News {
  if (order.status === "cancelled") return "cancelled";
  if (order.fulfillmentStatus !== "unfulfilled") return "sent";
  return awaitsMoney(order) ? "pending" : "placed";
}

/** Of a cancelled order it depends on whether it was paid. */
function leadOf(order: Order): News | "cancelledPaid" {
  const news = newsOf(order);
  const isPaid = order.paymentStatus === "paid" || order.paymentStatus === "refunded";
  return news === "cancelled" && isPaid ? "cancelledPaid" : news;
}

function headingOf(order: Order, name: string | null): string {
  const { words } = wordingFor(order.locale);
  if (newsOf(order) === "cancelled") return words("heading.cancelled");
  return name ? words("heading.named", { name }) : words("heading.plain");
}

function preheaderOf(order: Order, kind: OrderReader["audience"] | "pending" | "cancelled"): string {
  const { city, country } = order.shippingAddress;
  const { words, money, format } = wordingFor(order.locale);
  return words(`preheader.${kind}`, {
    items: countItems(order),
    total: money(order.totals.total, order.currency),
    place: cleanText(city ?? countryName(country, format)),
  });
}

// One to three words of letters, so that the heading cannot carry a stranger's message.
const namePattern = /^(?=.{1,40}$)[\p{L}\p{M}'’-]+(?: [\p{L}\p{M}'’-]+){0,2}$/u;

/** The buyer's first name if it is known, otherwise the whole name, if it looks like one. */
function greetingName(order: Order, given: string | null): string | null {
  const first = cleanText(order.billingAddress.firstName ?? "");
  const whole = cleanText(given ?? "");
  const name = first && (whole === "" || `${whole} `.startsWith(`${first} `)) ? first : whole;
  return namePattern.test(name) ? name : null;
}
