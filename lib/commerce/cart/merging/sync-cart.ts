import { type ContextOf, inTransaction, whileSessionLasts } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { isAlive } from "../alive.ts";
import type { Cart } from "../cart.ts";
import { hashCartToken } from "../cart-token.ts";
import { loadCart } from "../queries.ts";
import { showCart } from "../resolve-cart.ts";
import { saveCart } from "../save-cart.ts";
import type { CartHandle } from "../schemas.ts";
import { canMerge, mergeCarts } from "./merge-carts.ts";

/**
 * Merges the token's cart, which has no owner, into the customer's cart. Idempotent. If the customer has no active
 * cart, it becomes the customer's.
 * @throws session_changed
 */
export function syncCart(ctx: ContextOf<"customer">, handle: CartHandle): Promise<Cart> {
  const customer = ctx.actor;
  return whileSessionLasts(() =>
    inTransaction(ctx, async (inside) => {
      const hash = handle.token === null ? null : hashCartToken(handle.token);
      await inside.tx.$queryRaw`
      select 1 from cart where status = 'active' and (user_id = ${customer.userId}::uuid or token_hash = ${hash})
      order by id for update`;
      const from =
        hash &&
        (await loadCart(
          inside,
          Prisma.sql`where c.token_hash = ${hash} and c.user_id is null and c.status = 'active' and ${isAlive()}`,
        ));
      const into = await loadCart(
        inside,
        Prisma.sql`where c.user_id = ${customer.userId}::uuid and c.status = 'active' and ${isAlive()} and c.origin = 'customer' order by c.updated_at desc`,
      );
      if (!from || !into || !canMerge({ into, from })) return showCart(inside, handle);
      const { cart } = await mergeCarts(inside, { into, from, owner: customer, save: saveCart });
      return cart;
    }),
  );
}
