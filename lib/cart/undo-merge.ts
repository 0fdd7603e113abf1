import { type Context, inTransaction, requireShopper } from "#lib/context.ts";
import { Prisma } from "#lib/db.ts";
import { DomainError } from "#lib/errors.ts";
import type { Cart } from "./cart.ts";
import type { MergeReport } from "./merge-carts.ts";
import { loadCart } from "./queries.ts";
import { saveCart } from "./save-cart.ts";

const undoMinutes = 10;

type Before = { lines: { variantId: string; quantity: number }[]; couponIds: string[] };
export type RecentMerge = { id: string; mergedCartId: string; report: MergeReport };

/** The merge that the cart's owner may still take back, or null. */
export async function findRecentMerge(ctx: Context, cart: Pick<Cart, "id">): Promise<RecentMerge | null> {
  return inTransaction(ctx, async ({ tx }) => {
    const since = new Date(Date.now() - undoMinutes * 60_000);
    const merge = await tx.cartMerge.findFirst({
      where: { cartId: cart.id, undoneAt: null, createdAt: { gt: since } },
      orderBy: { createdAt: "desc" },
    });
    return merge && { id: merge.id, mergedCartId: merge.mergedCartId, report: merge.report as MergeReport };
  });
}

/**
 * Takes the latest merge back: the cart holds what it held before, and the other cart is a cart again, beside it.
 * What was put into the cart since the merge stays. @throws cart_changed when there is nothing to take back
 */
export function undoMerge(ctx: Context, cart: Cart): Promise<Cart> {
  const { userId } = requireShopper(ctx);
  return inTransaction(ctx, async (inside) => {
    await inside.tx.$queryRaw`select 1 from cart where id = ${cart.id}::uuid for update`;
    const merge = await findRecentMerge(inside, cart);
    const current = await loadCart(
      inside,
      Prisma.sql`where c.id = ${cart.id}::uuid and c.user_id = ${userId}::uuid and c.status = 'active'`,
    );
    if (!merge || !current) throw new DomainError("cart_changed", "There is nothing to take back any more");
    const { before } = await inside.tx.cartMerge.findUniqueOrThrow({
      where: { id: merge.id },
      select: { before: true },
    });
    const restored = await saveCart(inside, current, withoutMerge(current, before as Before, merge.report));
    if (!restored)
      throw new DomainError("cart_changed", "The cart was changed meanwhile. Look at it and try again.");
    await inside.tx.cart.updateMany({
      where: { id: merge.mergedCartId, status: "merged" },
      data: {
        status: "active",
        mergedIntoId: null,
        version: { increment: 1 },
        updatedAt: new Date(Date.now() - 1000),
      },
    });
    await inside.tx.cartMerge.updateMany({ where: { id: merge.id }, data: { undoneAt: new Date() } });
    return restored;
  });
}

function withoutMerge(cart: Cart, before: Before, report: MergeReport): Cart {
  const quantities = new Map(before.lines.map((line) => [line.variantId, line.quantity]));
  const touched = new Set([...report.added, ...report.raised].map((line) => line.variantId));
  const lines = cart.lines
    .map((line) =>
      touched.has(line.variantId) ? { ...line, quantity: quantities.get(line.variantId) ?? 0 } : line,
    )
    .filter((line) => line.quantity > 0);
  return { ...cart, lines, coupons: cart.coupons.filter((coupon) => before.couponIds.includes(coupon.id)) };
}
