import * as z from "zod";
import {
  listShippingMethods,
  methodsJson,
  type ShippingMethod,
  shippingMethod,
} from "#lib/commerce/shipping/index.ts";
import { type Context, userIdOf } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { type Reading, read, takeAlong } from "#lib/platform/reading.ts";
import type { Cart } from "../cart.ts";
import { openCart, ownCartOrNew, peekCart } from "../resolve-cart.ts";
import type { CartHandle } from "../schemas.ts";

const offered = z.object({
  /** Null if the cart does not exist yet. */
  cartId: z.string().nullable(),
  ownerId: z.string().nullable(),
  currency: z.string(),
  country: z.string(),
  methods: z.array(shippingMethod),
});
const question = "shipping methods";

/** The shipping methods for the caller's cart, to be read along with it. */
export function offeredMethods(handle: CartHandle): Reading<z.output<typeof offered>> {
  return {
    question,
    json: (userId) => Prisma.sql`(
      select json_build_object('cartId', c.id, 'ownerId', c.user_id, 'currency', c.currency, 'country', c.country,
        'methods', ${methodsJson(Prisma.sql`c.currency`, Prisma.sql`c.country`)})
      from ${ownCartOrNew(handle, userId)} c)`,
    row: offered,
  };
}

/**
 * The shipping methods for the caller's cart, and its id. The cart itself, with its lines and coupons, is only read if it has to
 * be created or to get its owner. `keep`: whether to do that.
 */
export async function listMethods(
  ctx: Context,
  { cart: handle, keep }: { cart: CartHandle; keep: boolean },
): Promise<{ cart: Pick<Cart, "id">; methods: ShippingMethod[] }> {
  const { cartId, ownerId, methods } = await read(ctx, offeredMethods(handle));
  const isOwned = ownerId !== null || userIdOf(ctx.actor) === null;
  if (cartId !== null && isOwned) return { cart: { id: cartId }, methods };
  const cart = await (keep ? openCart : peekCart)(ctx, handle);
  return { cart, methods: await listShippingMethods(ctx, cart) };
}

/** The shipping methods for the cart's country and currency. */
export async function methodsFor(ctx: Context, cart: Cart): Promise<ShippingMethod[]> {
  const along = takeAlong(ctx, { question, row: offered });
  if (along?.currency === cart.currency && along.country === cart.country) return along.methods;
  return listShippingMethods(ctx, cart);
}
