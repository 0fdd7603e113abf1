import { DomainError } from "#lib/platform/errors.ts";
import type { Cart, CartLine } from "../cart.ts";

type Obstacle = "withdrawn" | "notSold" | "soldOut" | "short";

type OnSale = Pick<CartLine, "published" | "unitPrice" | "quantity" | "available">;

/** Why a line cannot be bought; null if it can. Removing it is always possible. */
export function obstacleOf({ published, unitPrice, quantity, available }: OnSale): Obstacle | null {
  if (!published) return "withdrawn";
  if (unitPrice === null) return "notSold";
  if (quantity <= available) return null;
  return available === 0 ? "soldOut" : "short";
}

/** Whether a line cannot be bought as it is. */
export function hasObstacles(cart: Cart): boolean {
  return cart.lines.some((line) => obstacleOf(line) !== null);
}

/** @throws price_not_available, out_of_stock naming every line that cannot be bought */
export function checkLines(cart: Cart): void {
  const unsold = cart.lines.filter((line) => obstacleOf(line) === "notSold");
  if (unsold.length > 0) throw notSold(cart, unsold);
  const short = cart.lines.filter((line) => obstacleOf(line) !== null);
  if (short.length > 0) throw outOfStock(short.map((line) => ({ ...line, requested: line.quantity })));
}

type Priceless = Pick<CartLine, "variantId" | "variantNumber" | "productId" | "sku" | "name">;

/** Names the variant that has no price in the cart's currency and country. */
export function notSold({ currency, country }: Pick<Cart, "currency" | "country">, lines: Priceless[]) {
  const details = lines.map(({ variantId, variantNumber, productId, sku, name }) => {
    return { variantId, variantNumber, productId, sku, name, currency, country };
  });
  const words = details.map(({ name }) => `${name} is not sold in ${currency} in this country`);
  return new DomainError("price_not_available", words.join(", "), { details });
}

type Shortage = {
  /** The line's id, if it is in the cart. */
  id?: string | undefined;
  variantId: string;
  sku: string;
  name: string;
  requested: number;
  available: number;
  published?: boolean;
};

/** Names the variants that are short, with the remaining quantities. 0 remain if no longer sold. */
export function outOfStock(shortages: Shortage[]): DomainError {
  const details = shortages.map(({ id: lineId, variantId, sku, name, requested, available }) => {
    return { ...(lineId && { lineId }), variantId, sku, name, requested, available };
  });
  const words = shortages.map(({ name, available, published }) => {
    if (published === false) return `${name} is no longer sold`;
    return available === 0 ? `${name} is sold out` : `only ${available} left of ${name}`;
  });
  return new DomainError("out_of_stock", `Not enough in stock: ${words.join(", ")}`, { details });
}
