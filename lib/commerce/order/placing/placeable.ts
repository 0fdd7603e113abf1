import * as z from "zod";
import { type Cart, cartJson, cartSchema, hashCartToken, isAlive } from "#lib/commerce/cart/index.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import type { Reading } from "#lib/platform/reading.ts";
import { type Kept, keptAnswer, keptRow } from "./idempotency.ts";

/** The cart to order, by its token (store API) or its id (a dialect that checked the version). */
export type Named = { token: string } | { id: string };

const found = z.object({ kept: keptRow.nullable(), cart: cartSchema.nullable() });

/** The cart, placed or not, with the record of the key; null also for other people's carts. */
export function placeable(
  named: Named,
  key: string | undefined,
): Reading<{ cart: Cart | null; kept: Kept | null }> {
  const which =
    "token" in named
      ? Prisma.sql`c.token_hash = ${hashCartToken(named.token)}`
      : Prisma.sql`c.id = ${named.id}::uuid`;
  return {
    question: `placing ${JSON.stringify([named, key])}`,
    json: (userId) => Prisma.sql`json_build_object(
      'kept', ${key === undefined ? Prisma.sql`null` : keptAnswer(userId, key)},
      'cart', (select ${cartJson()} from cart c
        where ${which} and (c.user_id is null or c.user_id = ${userId}) and c.status in ('active', 'ordered') and ${isAlive()}
        limit 1))`,
    row: found,
  };
}
