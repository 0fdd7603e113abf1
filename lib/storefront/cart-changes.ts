import { type Cart, priceCart } from "#lib/cart/index.ts";
import { formatMoney } from "#lib/money.ts";

/** What a shopper was shown before placing the order. Minor units. */
export type Seen = {
  lines: { id: string; name: string; quantity: number; unitPrice: number }[];
  total: number;
  currency: string;
};

/** One difference, in words that can be printed; `kind` is its key among the messages. */
export type CartChange = {
  kind: "added" | "removed" | "quantity" | "price" | "total";
  name: string;
  before: string;
  after: string;
};

export function seenOf(cart: Cart): Seen {
  const { lines, totals } = priceCart(cart);
  return {
    lines: lines.map(({ id, name, quantity, unitPrice }) => ({ id, name, quantity, unitPrice })),
    total: totals.total,
    currency: cart.currency,
  };
}

/** What is different now from what the shopper saw. Empty: nothing that shows. */
export function changesSince(seen: Seen, cart: Cart): CartChange[] {
  const now = seenOf(cart);
  const before = new Map(seen.lines.map((line) => [line.id, line]));
  const kept = new Set(now.lines.map((line) => line.id));
  const removed = seen.lines.filter((line) => !kept.has(line.id));
  return [
    ...removed.map(({ name }) => change("removed", name)),
    ...now.lines.flatMap((line) => lineChanges(before.get(line.id), line, seen.currency)),
    ...moneyChange("total", "", seen.total, now.total, seen.currency),
  ];
}

function lineChanges(
  before: Seen["lines"][number] | undefined,
  now: Seen["lines"][number],
  currency: string,
): CartChange[] {
  const { name } = now;
  if (!before) return [change("added", name)];
  const quantity =
    before.quantity === now.quantity
      ? []
      : [change("quantity", name, `${before.quantity}`, `${now.quantity}`)];
  return [...quantity, ...moneyChange("price", name, before.unitPrice, now.unitPrice, currency)];
}

function moneyChange(
  kind: "price" | "total",
  name: string,
  before: number,
  after: number,
  currency: string,
): CartChange[] {
  if (before === after) return [];
  return [change(kind, name, formatMoney(before, currency), formatMoney(after, currency))];
}

function change(kind: CartChange["kind"], name: string, before = "", after = ""): CartChange {
  return { kind, name, before, after };
}
