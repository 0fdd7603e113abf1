import * as z from "zod";
import { findApplicableDiscount } from "#lib/commerce/discount/index.ts";
import { now } from "#lib/platform/clock.ts";
import type { Context, TransactionContext } from "#lib/platform/context.ts";
import { pick } from "#lib/platform/database/columns.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { newId } from "#lib/platform/ids.ts";
import { type Cart, type CartLine, isEmpty } from "../cart.ts";
import { contactColumns, deliveryColumns } from "../columns.ts";
import { loadCart } from "../queries.ts";
import type { saveCart } from "../save-cart.ts";
import { maxLines } from "../schemas.ts";
import { repriceCart } from "../totals/reprice-cart.ts";
import { priceCart } from "../totals/totals.ts";

const named = z.object({ variantId: z.string(), name: z.string() });

/** The report of a merge, for the shopper. */
export const mergeReport = z.object({
  added: z.array(named.extend({ quantity: z.int() })),
  raised: z.array(named.extend({ from: z.int(), to: z.int() })),
  /** Lines that stock limited: `quantity` is now in the cart, 0 if the line was left out. */
  capped: z.array(named.extend({ wanted: z.int(), quantity: z.int() })),
  droppedCoupons: z.array(z.string()),
});
export type MergeReport = z.output<typeof mergeReport>;

/** The cart before a merge. Fields that the merge filled in are known from the other cart. */
export const beforeMerge = z.object({
  lines: z.array(z.object({ variantId: z.string(), quantity: z.int() })),
  couponIds: z.array(z.string()),
  hadContact: z.boolean(),
  hadAddress: z.boolean(),
  country: z.string(),
});
export type BeforeMerge = z.output<typeof beforeMerge>;

type Merge = {
  into: Cart;
  from: Cart;
  owner: { userId: string };
  /** saveCart if the answer shows the merged cart, otherwise saveUnseen. */
  save: typeof saveCart;
};

/**
 * Amounts are never converted, so carts in different currencies stay separate unless the other is empty. A cart that is
 * being paid for is not merged.
 */
export function canMerge({ into, from }: Pick<Merge, "into" | "from">): boolean {
  if (into.payingId !== null || from.payingId !== null) return false;
  return into.currency === from.currency || isEmpty(from);
}

/**
 * Merges `from` into `into`, inside a transaction, with the same rules in every dialect. A variant in both gets the
 * larger quantity, other lines are added, stock caps both; coupons are checked again for the owner. Missing fields of
 * `into` (contact, address, shipping method) come from `from`, which ends as `merged`. Both carts have to be locked and
 * mergeable (canMerge).
 */
export async function mergeCarts(
  ctx: TransactionContext,
  merge: Merge,
): Promise<{ cart: Cart; report: MergeReport }> {
  const { tx } = ctx;
  const { owner } = merge;
  const { into, from } = await releaseHolds(ctx, merge);
  const report: MergeReport = { added: [], raised: [], capped: [], droppedCoupons: [] };
  const filled = { ...into, lines: mergeLines(into.lines, from.lines, report), ...blanksFilled(into, from) };
  // Each line has the price of its own cart's country.
  const isPriced = from.country === filled.country && into.country === filled.country;
  const moved = isPriced ? filled : await repriceCart(ctx, filled);
  const coupons = await applicableCoupons(
    ctx,
    { ...moved, coupons: [...into.coupons, ...from.coupons] },
    owner,
    report,
  );
  const cart = await merge.save(ctx, into, { ...moved, coupons });
  if (!cart) throw new Error("The cart was changed although it is locked");
  await tx.cart.updateMany({
    where: { id: from.id },
    data: {
      status: "merged",
      mergedIntoId: into.id,
      userId: owner.userId,
      begunFor: null,
      version: { increment: 1 },
    },
  });
  await tx.cartMerge.createMany({
    data: [
      { id: newId(), cartId: into.id, mergedCartId: from.id, before: before(into), report, createdAt: now() },
    ],
  });
  return { cart, report };
}

function before({ lines, coupons, email, shippingAddress, country }: Cart): BeforeMerge {
  return {
    lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
    couponIds: coupons.map((coupon) => coupon.id),
    hadContact: email !== null,
    hadAddress: shippingAddress !== null,
    country,
  };
}

/** Releases the stock holds of both carts, so that neither limits the other. */
async function releaseHolds(ctx: TransactionContext, { into, from }: Merge) {
  const released = await ctx.tx.stockHold.deleteMany({ where: { cartId: { in: [from.id, into.id] } } });
  if (released.count === 0) return { into, from };
  const again = async (cart: Cart) =>
    (await loadCart(ctx, Prisma.sql`where c.id = ${cart.id}::uuid`)) ?? cart;
  return { into: await again(into), from: await again(from) };
}

function mergeLines(into: CartLine[], from: CartLine[], report: MergeReport): CartLine[] {
  const lines = new Map(into.map((line) => [line.variantId, line]));
  for (const line of from) {
    const present = lines.get(line.variantId);
    const wanted = Math.max(line.quantity, present?.quantity ?? 0);
    const available = present?.available ?? line.available;
    const room = present || lines.size < maxLines;
    const quantity = room ? Math.max(Math.min(wanted, available), present?.quantity ?? 0) : 0;
    const { variantId, name } = line;
    if (quantity < wanted) report.capped.push({ variantId, name, wanted, quantity });
    if (present && quantity > present.quantity)
      report.raised.push({ variantId, name, from: present.quantity, to: quantity });
    if (!present && quantity > 0) report.added.push({ variantId, name, quantity });
    if (quantity > 0) lines.set(variantId, { ...(present ?? copyOf(line, lines)), quantity });
  }
  return [...lines.values()];
}

/** A copy of the line for another cart, without its key if that is in use there. */
function copyOf(line: CartLine, lines: ReadonlyMap<string, CartLine>): CartLine {
  const isTaken = [...lines.values()].some(({ key }) => key === line.key);
  return { ...line, id: newId(), key: isTaken ? null : line.key };
}

/** Fills missing fields with what the shopper entered as a guest, and overwrites none. */
function blanksFilled(into: Cart, from: Cart): Partial<Cart> {
  const contact = into.email === null ? pick(from, contactColumns) : {};
  if (into.shippingAddress !== null || from.shippingAddress === null) return contact;
  return { ...contact, ...pick(from, deliveryColumns), shippingMethod: from.shippingMethod };
}

async function applicableCoupons(
  ctx: Context,
  cart: Cart,
  owner: Merge["owner"],
  report: MergeReport,
): Promise<Cart["coupons"]> {
  const { subtotal } = priceCart(cart).totals;
  const kept = new Map<string, Cart["coupons"][number]>();
  for (const { code } of cart.coupons) {
    try {
      const discount = await findApplicableDiscount(ctx, {
        code,
        cart: { ...cart, userId: owner.userId, subtotal },
      });
      kept.set(discount.id, discount);
    } catch (error) {
      if (!isDomainError(error, "coupon_not_applicable")) throw error;
      report.droppedCoupons.push(code);
    }
  }
  return [...kept.values()];
}
