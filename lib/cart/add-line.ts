import type { Context } from "#lib/context.ts";
import { Prisma } from "#lib/db.ts";
import { alreadyTaken, DomainError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import type { Cart, CartLine } from "./cart.ts";
import { loadLineProduct } from "./queries.ts";
import { type LineInput, maxLines, maxQuantity } from "./schemas.ts";

/**
 * Puts a variant into the cart; the same variant adds up.
 * @throws not_found for an unknown variant, price_not_available, out_of_stock, bad_request when the cart is full,
 *   already_taken for a key that another line has
 */
export async function addLine(ctx: Context, cart: Cart, input: LineInput): Promise<Cart> {
  const present = cart.lines.find((line) => line.variantId === input.variantId);
  const key = keyFor(cart, present, input.key ?? null);
  if (present) return replaceLine(cart, { ...withQuantity(present, present.quantity + input.quantity), key });
  const product = await loadLineProduct(ctx, cart, Prisma.sql`v.id = ${input.variantId}::uuid`);
  if (!product) throw new DomainError("not_found", "Variant not found");
  if (product.unitPrice === null) {
    throw new DomainError("price_not_available", `${product.name} is not sold in ${cart.currency}`);
  }
  if (cart.lines.length >= maxLines)
    throw new DomainError("bad_request", `A cart holds at most ${maxLines} different things`);
  const line = { ...product, id: newId(), key, quantity: 0, shownPrice: product.unitPrice };
  return { ...cart, lines: [...cart.lines, withQuantity(line, input.quantity)] };
}

/** The line's key: it keeps the one that it has. @throws bad_request, already_taken */
function keyFor(cart: Cart, present: CartLine | undefined, wanted: string | null): string | null {
  if (wanted === null || present?.key === wanted) return present?.key ?? null;
  if (present?.key) {
    throw new DomainError(
      "bad_request",
      `This variant is in the cart already, under the key ${present.key}.`,
    );
  }
  if (cart.lines.some((line) => line.key === wanted)) throw alreadyTaken("key", wanted);
  return wanted;
}

/** The line with another quantity. @throws out_of_stock when there are not that many */
export function withQuantity(line: CartLine, quantity: number): CartLine {
  if (quantity > line.available) throw outOfStock([{ ...line, requested: quantity }]);
  if (quantity > maxQuantity) throw new DomainError("bad_request", `At most ${maxQuantity} of one thing`);
  return { ...line, quantity };
}

export function replaceLine(cart: Cart, line: CartLine): Cart {
  return { ...cart, lines: cart.lines.map((other) => (other.id === line.id ? line : other)) };
}

type Shortage = { variantId: string; sku: string; name: string; requested: number; available: number };

/** Names what is short and how many are left of it. */
export function outOfStock(shortages: Shortage[]): DomainError {
  const details = shortages.map(({ variantId, sku, name, requested, available }) => ({
    variantId,
    sku,
    name,
    requested,
    available,
  }));
  const words = details.map(({ name, available }) =>
    available === 0 ? `${name} is sold out` : `only ${available} left of ${name}`,
  );
  return new DomainError("out_of_stock", `Not enough in stock: ${words.join(", ")}`, { details });
}
