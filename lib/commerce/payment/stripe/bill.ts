import type Stripe from "stripe";
import type { Bill } from "../attempt.ts";
import { mostAmount, toStripeAmount } from "./amounts.ts";
import { wordsOnPage } from "./words-on-page.ts";

/** The content of Stripe's page. Items minus discount plus shipping is the amount to pay. */
export type Shown = Pick<Stripe.Checkout.SessionCreateParams, "shipping_options"> & {
  line_items: Stripe.Checkout.SessionCreateParams.LineItem[];
  /** In Stripe's units; 0 for none. */
  discount: number;
};

const mostLines = 100;
const longestName = 250;
const longestShipping = 100;

/**
 * The bill for Stripe's page, to the cent; null if Stripe cannot charge the amount. A bill that Stripe cannot itemize
 * (prices with three decimals, too many lines) is shown as one amount.
 */
export function showBill(bill: Bill, amount: number, currency: string): Shown | null {
  const total = toStripeAmount(amount, currency);
  if (total === null || total > mostAmount) return null;
  const item = (name: string, quantity: number, price: number) => ({
    quantity,
    price_data: {
      currency: currency.toLowerCase(),
      unit_amount: price,
      product_data: { name: cut(name, longestName) },
    },
  });
  const whole = { line_items: [item(wordsOnPage(bill.locale).total, 1, total)], discount: 0 };
  const parts = partsOf(bill, currency);
  if (!parts || parts.total !== total) return whole;
  const items = parts.lines.map(({ name, quantity, price }) => item(name, quantity, price));
  return {
    line_items: items,
    discount: parts.discount,
    ...(bill.shipping && {
      shipping_options: [shippingOption(bill.shipping.name, parts.shipping, currency)],
    }),
  };
}

/** The parts in Stripe's units; null if one cannot be expressed. */
function partsOf({ lines, discount, shipping, tax, locale }: Bill, currency: string) {
  const items = [
    ...lines.map(({ name, quantity, unitPrice }) => ({ name, quantity, minor: unitPrice })),
    ...(tax > 0 ? [{ name: wordsOnPage(locale).tax, quantity: 1, minor: tax }] : []),
  ];
  const shown = items.map(({ name, quantity, minor }) => ({
    name,
    quantity,
    price: toStripeAmount(minor, currency),
  }));
  const off = toStripeAmount(discount, currency);
  const sent = toStripeAmount(shipping?.amount ?? 0, currency);
  const written = shown.filter(isPriced);
  if (written.length < shown.length || shown.length > mostLines || off === null || sent === null) return null;
  const goods = written.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
  // A Stripe coupon cannot exceed the goods.
  if (off > goods || off > mostAmount) return null;
  return { lines: written, discount: off, shipping: sent, total: goods - off + sent };
}

function isPriced<T extends { price: number | null }>(line: T): line is T & { price: number } {
  return line.price !== null && line.price <= mostAmount;
}

function shippingOption(name: string, amount: number, currency: string) {
  return {
    shipping_rate_data: {
      display_name: cut(name, longestShipping),
      type: "fixed_amount" as const,
      fixed_amount: { amount, currency: currency.toLowerCase() },
    },
  };
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
