import type { Context } from "#lib/context.ts";
import { Prisma, type Transaction } from "#lib/db.ts";
import type { Cart } from "./cart.ts";
import { mergeCarts } from "./merge-carts.ts";
import { loadCart } from "./queries.ts";

type Adoption = { fromUserId: string; owner: { userId: string; email: string | null } };

/**
 * Hands every cart of a guest to an account, inside the conversion's transaction. The guest's latest active cart
 * is merged into the account's latest; without one, or in another currency, it stays a cart of its own.
 */
export async function adoptCarts(
  ctx: Context & { tx: Transaction },
  { fromUserId, owner }: Adoption,
): Promise<void> {
  await ctx.tx.$queryRaw`
    select 1 from cart where user_id in (${fromUserId}::uuid, ${owner.userId}::uuid) and status = 'active'
    order by id for update`;
  const from = await latestActive(ctx, fromUserId);
  const into = await latestActive(ctx, owner.userId);
  await ctx.tx.$executeRaw`
    update cart set user_id = ${owner.userId}::uuid, version = version + 1 where user_id = ${fromUserId}::uuid`;
  if (!from || !into || from.currency !== into.currency || from.lines.length === 0) return;
  await mergeCarts(ctx, { into, from, owner });
}

function latestActive(ctx: Context, userId: string): Promise<Cart | null> {
  return loadCart(
    ctx,
    Prisma.sql`where c.user_id = ${userId}::uuid and c.status = 'active' order by c.updated_at desc`,
  );
}
