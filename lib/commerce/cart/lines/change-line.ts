import type { Context } from "#lib/platform/context.ts";
import { notFound } from "#lib/platform/errors.ts";
import type { Cart } from "../cart.ts";
import { replaceLine, withQuantity } from "./add-line.ts";

/**
 * Sets a line's quantity; 0 removes the line. Lowering it always works, even if stock is short.
 * @throws not_found for a line that is not in the cart, out_of_stock, price_not_available
 */
export function changeLine(_ctx: Context, cart: Cart, input: { lineId: string; quantity: number }): Cart {
  const line = cart.lines.find((candidate) => candidate.id === input.lineId);
  if (!line) throw notFound("Line");
  if (input.quantity === 0) return { ...cart, lines: cart.lines.filter((other) => other.id !== line.id) };
  if (input.quantity <= line.quantity) return replaceLine(cart, { ...line, quantity: input.quantity });
  return replaceLine(cart, withQuantity(cart, line, input.quantity));
}
