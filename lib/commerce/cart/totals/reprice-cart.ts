import { priceOf } from "#lib/commerce/catalog/index.ts";
import { listShippingMethods } from "#lib/commerce/shipping/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";
import { type Cart, lineProduct } from "../cart.ts";

const row = lineProduct.pick({
  variantId: true,
  unitPrice: true,
  wasPrice: true,
  priceId: true,
  priceCountry: true,
});

/** The cart with current prices and shipping method for its currency and country. */
export async function repriceCart(ctx: Context, cart: Cart): Promise<Cart> {
  const rows = await rowsOf(
    ctx,
    Prisma.sql`
    select v.id as "variantId", price.amount::float8 as "unitPrice", price.was_amount::float8 as "wasPrice",
      price.id as "priceId", price.country as "priceCountry"
    from product_variant v
    left join ${priceOf(Prisma.sql`${cart.currency}`, Prisma.sql`${cart.country}`)} on true
    where v.id = any (${cart.lines.map((line) => line.variantId)}::uuid[])`,
    row,
  );
  const prices = new Map(rows.map((row) => [row.variantId, row]));
  const methods = await listShippingMethods(ctx, cart);
  return {
    ...cart,
    lines: cart.lines.map((line) => ({ ...line, ...prices.get(line.variantId) })),
    shippingMethod: methods.find((method) => method.id === cart.shippingMethod?.id) ?? null,
  };
}
