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
      throw naming(error, index);
    }
  }, cart);
}

function naming(error: unknown, index: number): unknown {
  const line = `lines.${index}`;
  if (isDomainError(error, "out_of_stock")) {
    const details = error.details?.map((short) => ({ ...short, path: `${line}.quantity` }));
    return new DomainError(error.code, error.message, { details });
  }
  if (isDomainError(error, "price_not_available")) {
    const details = error.details?.map((missing) => ({ ...missing, path: `${line}.variantId` }));
    return new DomainError(error.code, error.message, { details });
  }
  if (isDomainError(error, "not_found", "bad_request")) {
    const { code, message } = error;
    return new DomainError(code, message, { details: [{ path: `${line}.variantId`, message }] });
  }
  return error;
}
