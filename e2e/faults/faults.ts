import { kettleTotal, orderNumber } from "../demo.ts";
import { en } from "../words/en.ts";
import type { Answer, Fault } from "./front.ts";

/** A fault, the file of the core flow that has to find it, and the message with which it does. */
type Planted = { shop?: Fault; mailbox?: Fault; flow: string; complaint: RegExp };

const purchase = "guest-journey.spec.ts";
const width = "width.spec.ts";

const unchanged = ({ text }: Answer): string => text;

/** A core flow has to find each of these, and all of them pass without a fault. */
export const planted: Record<string, Planted> = {
  "the total of the order is off by a cent": {
    shop: ({ text }) =>
      text.includes("Thank you") ? text.replaceAll(kettleTotal, () => aCentMore(kettleTotal)) : text,
    flow: purchase,
    complaint: /charged is what was shown/,
  },
  "the mail is not sent": {
    mailbox: () => "[]",
    flow: purchase,
    complaint: /No mail to guest-/,
  },
  "the labels do not belong to their fields": {
    // Once in the HTML, and once in the script that renders it in the browser.
    shop: ({ text, type }) =>
      type.includes("javascript")
        ? text.replaceAll("htmlFor:", "dataFor:")
        : text.replace(/(<label\b[^>]*) for="[^"]*"/g, "$1"),
    flow: purchase,
    complaint: new RegExp(`getByRole\\('textbox', { name: '${en.contact.email}' }\\)`),
  },
  "the answer to the order is lost, and every answer about it": {
    shop: ({ method, path, text }) =>
      (method === "POST" && path.startsWith("/checkout/payment")) || path.startsWith("/checkout/arrived")
        ? null
        : text,
    flow: purchase,
    complaint: /getByRole\('heading', { name: \/\^Thank you\/ }\)/,
  },
  "the mail says another total": {
    mailbox: ({ text }) => text.replaceAll(kettleTotal, () => aCentMore(kettleTotal)),
    flow: purchase,
    complaint: /the mail says what was charged/,
  },
  "the mail is sent twice": {
    mailbox: ({ text, path }) =>
      path.startsWith("/api/email") ? text.replace(/^\[(.+)\]$/s, "[$1,$1]") : text,
    flow: purchase,
    complaint: /one mail/,
  },
  "the link in the mail leads to another order": {
    mailbox: ({ text }) => text.replace(/(order-status\/)[\w-]/g, "$1_"),
    flow: purchase,
    complaint: /getByRole\('heading', { name: 'Order SC-/,
  },
  "the mail is in another currency": {
    mailbox: ({ text }) => text.replaceAll(kettleTotal, () => kettleTotal.replace("$", "€")),
    flow: purchase,
    complaint: /the mail says what was charged/,
  },
  "the focus is lost after an error": {
    shop: ({ text, type }) => (type.includes("javascript") ? text.replace(/\.focus\(/g, ".blur(") : text),
    flow: purchase,
    complaint: /the focus is at the error/,
  },
  "the order does not come along into the account": {
    shop: ({ text, path }) =>
      path.startsWith("/account/orders") ? text.replace(new RegExp(orderNumber, "g"), "SC-00000000") : text,
    flow: purchase,
    complaint: /getByRole\('link', { name: 'Order SC-/,
  },
  "a field is one pixel wider than its column": {
    shop: ({ text, type }) =>
      type.includes("css")
        ? `${text}\ninput[type="email"]{width:calc(100% + 1px)!important;max-width:none!important}`
        : text,
    flow: width,
    complaint: /px and 100 %/,
  },
};

export const none: Planted = { shop: unchanged, flow: "*.spec.ts", complaint: /^$/ };

function aCentMore(amount: string): string {
  return amount.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
}
