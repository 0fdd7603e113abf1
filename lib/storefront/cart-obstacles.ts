import type { Cart, CartLine } from "#lib/cart/index.ts";

export type Obstacle = "soldOut" | "short" | "notSold";

/** Why a line cannot be ordered as it stands, or null when it can. */
export function obstacleOf(line: CartLine): Obstacle | null {
  if (line.unitPrice === null) return "notSold";
  if (line.quantity <= line.available) return null;
  return line.available === 0 ? "soldOut" : "short";
}

export function hasObstacles(cart: Cart): boolean {
  return cart.lines.some((line) => obstacleOf(line) !== null);
}
