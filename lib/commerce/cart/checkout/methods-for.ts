import * as z from "zod";
import {
  listShippingMethods,
  methodsJson,
  type ShippingMethod,
  shippingMethod,
} from "#lib/commerce/shipping/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { type Reading, takeAlong } from "#lib/platform/reading.ts";
import type { Cart } from "../cart.ts";
import { ownCartOrNew } from "../resolve-cart.ts";
import type { CartHandle } from "../schemas.ts";

const offered = z.object({ currency: z.string(), country: z.string(), methods: z.array(shippingMethod) });
const question = "shipping methods";

/** The shipping methods for the caller's cart, to be read along with it. */
export function offeredMethods(handle: CartHandle): Reading<z.output<typeof offered>> {
  return {
    question,
    json: (userId) => Prisma.sql`(
      select json_build_object('currency', c.currency, 'country', c.country,
        'methods', ${methodsJson(Prisma.sql`c.currency`, Prisma.sql`c.country`)})
      from ${ownCartOrNew(handle, userId)} c)`,
    row: offered,
  };
}

/** The shipping methods for the cart's country and currency. */
export async function methodsFor(ctx: Context, cart: Cart): Promise<ShippingMethod[]> {
  const along = takeAlong(ctx, { question, row: offered });
  if (along?.currency === cart.currency && along.country === cart.country) return along.methods;
  return listShippingMethods(ctx, cart);
}
