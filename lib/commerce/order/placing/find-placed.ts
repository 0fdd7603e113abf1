import * as z from "zod";
import { hashCartToken } from "#lib/commerce/cart/index.ts";
import { type Context, userIdOf } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";

const row = z.object({ id: z.string() });

/** The id of the caller's order that this token's cart became; null if it is still a cart, or somebody else's. */
export async function findPlaced(ctx: Context, { token }: { token: string }): Promise<string | null> {
  const userId = userIdOf(ctx.actor);
  if (userId === null) return null;
  const statement = Prisma.sql`
    select o.id from "order" o join cart c on c.id = o.cart_id
    where c.token_hash = ${hashCartToken(token)} and o.user_id = ${userId}::uuid`;
  const [placed] = await rowsOf(ctx, statement, row);
  return placed?.id ?? null;
}
