import { couponsOf, findDiscounts } from "#lib/commerce/discount/index.ts";
import { now } from "#lib/platform/clock.ts";
import { type Context, inTransaction, type ShopperContext, userIdOf } from "#lib/platform/context.ts";
import { withBlanks } from "#lib/platform/database/columns.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { isAlive } from "../alive.ts";
import type { Cart } from "../cart.ts";
import { contactColumns, deliveryColumns } from "../columns.ts";
import { loadCart } from "../queries.ts";
import { saveCart } from "../save-cart.ts";
import { repriceCart } from "../totals/reprice-cart.ts";
import { type BeforeMerge, beforeMerge, type MergeReport, mergeReport } from "./merge-carts.ts";

const undoMinutes = 10;

type RecentMerge = { id: string; mergedCartId: string; report: MergeReport };

/** The merge of the caller's own cart that can still be undone, or null. */
export async function findRecentMerge(ctx: Context, cart: Pick<Cart, "id">): Promise<RecentMerge | null> {
  return inTransaction(ctx, async ({ tx }) => {
    const since = new Date(now().getTime() - undoMinutes * 60_000);
    const merge = await tx.cartMerge.findFirst({
      where: {
        cartId: cart.id,
        cart: { userId: userIdOf(ctx.actor) },
        undoneAt: null,
        createdAt: { gt: since },
      },
      orderBy: { createdAt: "desc" },
    });
    if (!merge) return null;
    return { id: merge.id, mergedCartId: merge.mergedCartId, report: mergeReport.parse(merge.report) };
  });
}

/**
 * Undoes the latest merge: restores the cart, and the other cart next to it. Items added since stay. @throws
 * cart_changed if there is nothing to undo
 */
export function undoMerge(ctx: ShopperContext, cart: Pick<Cart, "id">): Promise<Cart> {
  const { userId } = ctx.actor;
  return inTransaction(ctx, async (inside) => {
    await inside.tx.$queryRaw`select 1 from cart where id = ${cart.id}::uuid for update`;
    const merge = await findRecentMerge(inside, cart);
    const current = await loadCart(
      inside,
      Prisma.sql`where c.id = ${cart.id}::uuid and c.user_id = ${userId}::uuid and c.status = 'active' and ${isAlive()}`,
    );
    if (!merge || !current) throw new DomainError("cart_changed", "There is no merge to undo any more");
    const kept = await inside.tx.cartMerge.findUniqueOrThrow({
      where: { id: merge.id },
      select: { before: true },
    });
    const before = beforeMerge.parse(kept.before);
    const other = await loadCart(inside, Prisma.sql`where c.id = ${merge.mergedCartId}::uuid`);
    const { report } = merge;
    const own = withoutMerge(current, { before, report, other });
    const after = { ...own, coupons: await couponsAgain(inside, own, { before, report }) };
    const priced = after.country === current.country ? after : await repriceCart(inside, after);
    const restored = await saveCart(inside, current, priced);
    if (!restored)
      throw new DomainError("cart_changed", "The cart has changed in the meantime. Review it and try again.");
    await inside.tx.cart.updateMany({
      where: { id: merge.mergedCartId, status: "merged" },
      data: {
        status: "active",
        mergedIntoId: null,
        version: { increment: 1 },
        updatedAt: new Date(now().getTime() - 1000),
      },
    });
    await inside.tx.cartMerge.updateMany({ where: { id: merge.id }, data: { undoneAt: now() } });
    return restored;
  });
}

type Merged = { before: BeforeMerge; report: MergeReport; other: Cart | null };

/** Removes what the merge brought, unless the shopper has changed it since. */
function withoutMerge(cart: Cart, { before, report, other }: Merged): Cart {
  const had = new Map(before.lines.map((line) => [line.variantId, line.quantity]));
  const came = new Map([
    ...report.added.map((line) => [line.variantId, line.quantity] as const),
    ...report.raised.map((line) => [line.variantId, line.to - line.from] as const),
  ]);
  const lines = cart.lines
    .map((line) => {
      const own = Math.min(line.quantity, had.get(line.variantId) ?? 0);
      return { ...line, quantity: Math.max(own, line.quantity - (came.get(line.variantId) ?? 0)) };
    })
    .filter((line) => line.quantity > 0);
  const cameAlong = new Set(other?.coupons.map((coupon) => coupon.id));
  const coupons = cart.coupons.filter(({ id }) => before.couponIds.includes(id) || !cameAlong.has(id));
  return { ...cart, lines, coupons, ...blanksAgain(cart, before, other) };
}

/** The cart's coupons with its own that the merge dropped because they did not apply, in their former order. */
async function couponsAgain(
  ctx: Context,
  cart: Cart,
  { before, report }: Omit<Merged, "other">,
): Promise<Cart["coupons"]> {
  const own = report.droppedCoupons.length === 0 ? [] : await findDiscounts(ctx, before.couponIds);
  const dropped = own.filter(
    ({ id, code }) =>
      report.droppedCoupons.includes(code) && !cart.coupons.some((coupon) => coupon.id === id),
  );
  const all = [...cart.coupons, ...dropped];
  const former = before.couponIds.flatMap((id) => all.find((coupon) => coupon.id === id) ?? []);
  const since = all.filter(({ id }) => !before.couponIds.includes(id));
  return couponsOf(ctx, cart, [...former, ...since]);
}

/** Clears the contact and address that came from the other cart. */
function blanksAgain(cart: Cart, before: BeforeMerge, other: Cart | null): Partial<Cart> {
  const hasTheirs = (field: "email" | "shippingAddress") =>
    cart[field] !== null && JSON.stringify(cart[field]) === JSON.stringify(other?.[field]);
  return {
    ...(!before.hadContact && hasTheirs("email") && withBlanks(contactColumns, {})),
    ...(!before.hadAddress &&
      hasTheirs("shippingAddress") && {
        ...withBlanks(deliveryColumns, { country: before.country }),
        shippingMethod: null,
      }),
  };
}
