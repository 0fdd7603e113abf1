import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { alreadyTaken, DomainError } from "#lib/platform/errors.ts";
import { newId } from "#lib/platform/ids.ts";
import { type Reading, takeAlong } from "#lib/platform/reading.ts";
import { type Cart, type CartLine, type LineProduct, lineProduct } from "../cart.ts";
import { loadLineProducts, productsJson } from "../queries.ts";
import { ownCartOrNew } from "../resolve-cart.ts";
import { type CartHandle, type LineInput, maxLines, maxQuantity } from "../schemas.ts";
import { notSold, outOfStock } from "../totals/obstacles.ts";

/**
 * Adds a variant to the cart; quantities of the same variant add up.
 * @throws not_found for an unknown variant, price_not_available, out_of_stock, bad_request if the cart is full,
 * already_taken for the key of another line
 */
export async function addLine(ctx: Context, cart: Cart, input: LineInput): Promise<Cart> {
  return withLine(cart, await productsFor(ctx, cart, [input]), input);
}

const pricedProducts = z.object({
  currency: z.string(),
  country: z.string(),
  products: z.array(lineProduct),
});

/** The wanted variants, priced for the caller's cart, to be read along with it. */
export function wantedProducts(
  handle: CartHandle,
  inputs: readonly LineInput[],
): Reading<z.output<typeof pricedProducts>> {
  const ids = idsOf(inputs);
  return {
    question: `products ${ids}`,
    json: (userId) => Prisma.sql`(
      select json_build_object('currency', c.currency, 'country', c.country, 'products', ${productsJson(ids)})
      from ${ownCartOrNew(handle, userId)} c)`,
    row: pricedProducts,
  };
}

/** The variants that are not in the cart yet, by id. */
export async function productsFor(
  ctx: Context,
  cart: Cart,
  inputs: readonly LineInput[],
): Promise<Map<string, LineProduct>> {
  const present = new Set(cart.lines.map((line) => line.variantId));
  const unknown = idsOf(inputs).filter((id) => !present.has(id));
  if (unknown.length === 0) return new Map();
  const along = takeAlong(ctx, { question: `products ${idsOf(inputs)}`, row: pricedProducts });
  const isForCart = along?.currency === cart.currency && along.country === cart.country;
  const products = isForCart ? along.products : await loadLineProducts(ctx, cart, unknown);
  return new Map(products.map((product) => [product.variantId, product]));
}

function idsOf(inputs: readonly LineInput[]): string[] {
  return inputs.map(({ variantId }) => variantId);
}

/** The cart with the variant added. */
export function withLine(cart: Cart, products: Map<string, LineProduct>, input: LineInput): Cart {
  const present = cart.lines.find((line) => line.variantId === input.variantId);
  const key = keyFor(cart, present, input.key ?? null);
  if (present)
    return replaceLine(cart, { ...withQuantity(cart, present, present.quantity + input.quantity), key });
  const product = products.get(input.variantId);
  if (!product) throw new DomainError("not_found", "Variant not found");
  if (product.unitPrice === null) throw notSold(cart, [product]);
  if (cart.lines.length >= maxLines)
    throw new DomainError("bad_request", `A cart holds at most ${maxLines} different items`);
  const line = { ...product, id: newId(), key, quantity: 0, shownPrice: product.unitPrice };
  return { ...cart, lines: [...cart.lines, withQuantity(cart, line, input.quantity)] };
}

/** The line's key; an existing key is kept. @throws bad_request, already_taken */
function keyFor(cart: Cart, present: CartLine | undefined, wanted: string | null): string | null {
  if (wanted === null || present?.key === wanted) return present?.key ?? null;
  if (present?.key) {
    throw new DomainError(
      "bad_request",
      `This variant is already in the cart, under the key ${present.key}.`,
    );
  }
  if (cart.lines.some((line) => line.key === wanted)) throw alreadyTaken("key", wanted);
  return wanted;
}

/** The line with a larger quantity. @throws out_of_stock, price_not_available */
export function withQuantity(cart: Cart, line: CartLine, quantity: number): CartLine {
  if (quantity > line.available) {
    const isNew = cart.lines.every(({ id }) => id !== line.id);
    throw outOfStock([{ ...line, requested: quantity, ...(isNew && { id: undefined }) }]);
  }
  if (line.unitPrice === null) throw notSold(cart, [line]);
  if (quantity > maxQuantity) throw new DomainError("bad_request", `At most ${maxQuantity} of one item`);
  return { ...line, quantity };
}

/** The cart with `line` in place of the one with its id. */
export function replaceLine(cart: Cart, line: CartLine): Cart {
  return { ...cart, lines: cart.lines.map((other) => (other.id === line.id ? line : other)) };
}
