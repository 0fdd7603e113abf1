import type { Context } from "#lib/platform/context.ts";
import type { Cart } from "../cart.ts";
import type { LineInput } from "../schemas.ts";
import { productsFor, withLine } from "./add-line.ts";

/** Adds lines of another sale, as far as they can be bought: what is sold here, and at most what is left of it. */
export async function copyLines(ctx: Context, cart: Cart, lines: readonly LineInput[]): Promise<Cart> {
  const products = await productsFor(ctx, cart, lines);
  return lines.reduce((filled, line) => {
    const product = products.get(line.variantId);
    const left = product && product.unitPrice !== null ? product.available : 0;
    const quantity = Math.min(line.quantity, left);
    return quantity > 0 ? withLine(filled, products, { ...line, quantity }) : filled;
  }, cart);
}
