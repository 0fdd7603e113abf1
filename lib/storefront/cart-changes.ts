import { type Cart, priceCart } from "#lib/cart/index.ts";

/** What a shopper was shown before placing the order. Minor units. */
export type Seen = {
  lines: { id: string; name: string; quantity: number; unitPrice: number }[];
  total: number;
};

/** One difference; `kind` is its key among the messages. */
export type CartChange =
  | { kind: "added" | "removed"; name: string }
  | { kind: "quantity"; name: string; before: number; after: number }
  | { kind: "price" | "total"; name: string; before: number; after: number };

export function seenOf(cart: Cart): Seen {
  const { lines, totals } = priceCart(cart);
  return {
    lines: lines.map(({ id, name, quantity, unitPrice }) => ({ id, name, quantity, unitPrice })),
    total: totals.total,
  };
}

/** What is different now from what the shopper saw. Empty: nothing that shows. */
export function changesSince(seen: Seen, now: Seen): CartChange[] {
  const before = new Map(seen.lines.map((line) => [line.id, line]));
  const kept = new Set(now.lines.map((line) => line.id));
  const removed = seen.lines.filter((line) => !kept.has(line.id));
  return [
    ...removed.map(({ name }) => ({ kind: "removed", name }) as const),
    ...now.lines.flatMap((line) => lineChanges(before.get(line.id), line)),
    ...(seen.total === now.total
      ? []
      : [{ kind: "total", name: "", before: seen.total, after: now.total } as const]),
  ];
}

function lineChanges(before: Seen["lines"][number] | undefined, now: Seen["lines"][number]): CartChange[] {
  const { name } = now;
  if (!before) return [{ kind: "added", name }];
  return [
    ...(before.quantity === now.quantity
      ? []
      : [{ kind: "quantity", name, before: before.quantity, after: now.quantity } as const]),
    ...(before.unitPrice === now.unitPrice
      ? []
      : [{ kind: "price", name, before: before.unitPrice, after: now.unitPrice } as const]),
  ];
}
