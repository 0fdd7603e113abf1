import * as z from "zod";
import { type Cart, priceCart, saleColumns, sumsOf } from "#lib/commerce/cart/index.ts";
import { fullName } from "#lib/platform/address/full-name.ts";
import type { Address } from "#lib/platform/address.ts";
import { pick } from "#lib/platform/database/columns.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { sha256 } from "#lib/platform/secrets.ts";

const amount = z.int();
const text = z.string().max(2_000);

/** What the page showed before the order was placed. The form sends it back, so it is parsed. Minor units. */
export const seenCart = z.object({
  lines: z.array(z.object({ id: z.uuid(), name: text, quantity: z.int(), unitPrice: amount })).max(200),
  coupons: z.array(z.object({ code: text, amount })).max(50),
  sums: z.object({ lines: amount, coupons: amount, shipping: amount, tax: amount, total: amount }),
  currency: z.string().length(3),
  /** Contact, shipping address, billing address and method, each on one line; empty if not given. */
  facts: z.object({ contact: text, address: text, billing: text, method: text }),
  /** A digest of everything that was shown. */
  said: text,
});

export type Seen = z.output<typeof seenCart>;

type Fact = keyof Seen["facts"];

/** A difference, formatted; `kind` is its message key, or "refused" for a coupon. */
export type CartChange = {
  kind:
    | "added"
    | "removed"
    | "quantity"
    | "price"
    | "coupon"
    | "refused"
    | "shipping"
    | "tax"
    | "total"
    /** Any other change. */
    | "details"
    | Fact;
  name: string;
  before: string;
  after: string;
};

/** What a page that shows the cart says about it. */
export function seenOf(cart: Cart): Seen {
  const priced = priceCart(cart);
  const { email, shippingAddress, billingAddress, shippingMethod } = cart;
  return {
    lines: priced.lines.map(({ id, name, quantity, unitPrice }) => ({ id, name, quantity, unitPrice })),
    coupons: priced.coupons.map(({ discount, amount }) => ({ code: discount.code, amount })),
    sums: sumsOf(priced),
    currency: cart.currency,
    facts: {
      contact: email ?? "",
      address: onOneLine(shippingAddress),
      billing: onOneLine(billingAddress ?? shippingAddress),
      method: shippingMethod?.name ?? "",
    },
    said: sha256(JSON.stringify(pick(cart, saleColumns))),
  };
}

/** Formats an amount for the reader. */
type Money = (amount: number) => string;

/** The differences from what the shopper saw. Empty if nothing visible has changed. */
export function changesSince(seen: Seen, cart: Cart, locale: string): CartChange[] {
  const money: Money = (amount) => formatMoney(amount, seen.currency, locale);
  const now = seenOf(cart);
  const before = new Map(seen.lines.map((line) => [line.id, line]));
  const kept = new Set(now.lines.map((line) => line.id));
  const removed = seen.lines.filter((line) => !kept.has(line.id));
  const sum = (kind: "shipping" | "tax" | "total") =>
    moneyChange(kind, "", seen.sums[kind], now.sums[kind], money);
  return [
    ...removed.map(({ name }) => change("removed", name)),
    ...now.lines.flatMap((line) => lineChanges(before.get(line.id), line, money)),
    ...couponChanges(seen, cart, money),
    ...factChanges(seen, now),
    ...sum("shipping"),
    ...sum("tax"),
    ...sum("total"),
  ];
}

function lineChanges(
  before: Seen["lines"][number] | undefined,
  now: Seen["lines"][number],
  money: Money,
): CartChange[] {
  const { name } = now;
  if (!before) return [change("added", name)];
  const quantity =
    before.quantity === now.quantity
      ? []
      : [change("quantity", name, `${before.quantity}`, `${now.quantity}`)];
  return [...quantity, ...moneyChange("price", name, before.unitPrice, now.unitPrice, money)];
}

/** A coupon that no longer applies; `after` is the reason. */
function couponChanges({ coupons }: Seen, cart: Cart, money: Money): CartChange[] {
  const before = new Map(coupons.map(({ code, amount }) => [code, amount]));
  const now = new Map(priceCart(cart).coupons.map((coupon) => [coupon.discount.code, coupon]));
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((code) => {
    const was = before.get(code) ?? 0;
    const { amount = 0, refusal = null } = now.get(code) ?? {};
    if (refusal && was !== amount) return [change("refused", code, "", refusal)];
    return moneyChange("coupon", code, was, amount, money);
  });
}

function factChanges(before: Seen, now: Seen): CartChange[] {
  const facts: Fact[] = ["contact", "address", "billing", "method"];
  const named = facts
    .filter((fact) => before.facts[fact] !== now.facts[fact])
    .map((fact) => change(fact, "", before.facts[fact], now.facts[fact]));
  return named.length === 0 && before.said !== now.said ? [change("details", "")] : named;
}

function onOneLine(address: Address | null): string {
  if (!address) return "";
  const { line1, line2, city, region, postalCode, country } = address;
  return [fullName(address), line1, line2, city, region, postalCode, country].filter(Boolean).join(", ");
}

function moneyChange(
  kind: CartChange["kind"],
  name: string,
  before: number,
  after: number,
  money: Money,
): CartChange[] {
  if (before === after) return [];
  return [change(kind, name, money(before), money(after))];
}

function change(kind: CartChange["kind"], name: string, before = "", after = ""): CartChange {
  return { kind, name, before, after };
}
