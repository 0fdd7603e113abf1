import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { notFound } from "#lib/platform/errors.ts";
import { id as uuid } from "#lib/platform/text.ts";
import type { Cart } from "./cart.ts";
import { loadCart } from "./queries.ts";
import { visibleCarts } from "./scope.ts";

/** A cart by its id, by the merchant's key, or the latest active one that a user created. */
export type CartName = { id: string } | { key: string } | { activeOf: string };

/** A cart that the caller may see. @throws not_found, also for other people's carts */
export async function getCart(ctx: Context, name: CartName): Promise<Cart> {
  const rest = restFor(name);
  const cart = rest && (await loadCart(ctx, Prisma.sql`where ${visibleCarts(ctx)} and ${rest}`));
  if (!cart) throw notFound("Cart");
  return cart;
}

/** Null for a malformed id. */
function restFor(name: CartName): Prisma.Sql | null {
  if ("key" in name) return Prisma.sql`c.key = ${name.key}`;
  const id = "id" in name ? name.id : name.activeOf;
  if (!uuid.safeParse(id).success) return null;
  if ("id" in name) return Prisma.sql`c.id = ${id}::uuid`;
  return Prisma.sql`c.user_id = ${id}::uuid and c.status = 'active' and c.origin = 'customer'
    order by c.updated_at desc`;
}
