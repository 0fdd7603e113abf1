import type { Context } from "#lib/platform/context.ts";
import { DomainError, isDomainError } from "#lib/platform/errors.ts";
import type { Cart } from "../cart.ts";
import type { LineInput } from "../schemas.ts";
import { productsFor, withLine } from "./add-line.ts";

/**
 * Adds several variants to the cart, all or none; quantities of the same variant add up. Reads all products in one
 * statement.
 * @throws the errors of addLine, with the line's `path` in the details
 */
export async function addLines(ctx: Context, cart: Cart, lines: readonly LineInput[]): Promise<Cart> {
  const products = await productsFor(ctx, cart, lines);
  return lines.reduce((filled, line, index) => {
    try {
      return withLine(filled, products, line);
    } catch (error) {
      throw isDomainError(error) ? naming(error, index) : error;
    }
  }, cart);
}

function naming({ code, message, details, cause }: DomainError, index: number): DomainError {
  const path = `lines.${index}.${code === "out_of_stock" ? "quantity" : "variantId"}`;
  const named = Array.isArray(details) ? details.map((detail) => ({ ...detail, path })) : [{ path, message }];
  return new DomainError(code, message, { details: named, cause });
}
