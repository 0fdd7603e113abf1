import type { Context } from "#lib/context.ts";
import type { Transaction } from "#lib/db.ts";
import { findApplicableDiscount } from "#lib/discount/index.ts";
import { isDomainError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import type { Cart, CartLine } from "./cart.ts";
import { saveCart } from "./save-cart.ts";
import { maxLines } from "./schemas.ts";
import { priceCart } from "./totals.ts";

type Named = { variantId: string; name: string };

/** What a shopper is told after two carts became one. */
export type MergeReport = {
  added: (Named & { quantity: number })[];
  raised: (Named & { from: number; to: number })[];
  /** Wanted more than there is: `quantity` is what is in the cart now, 0 when it was left out. */
  capped: (Named & { wanted: number; quantity: number })[];
  droppedCoupons: string[];
};

type Merge = { into: Cart; from: Cart; owner: { userId: string; email: string | null } };

/**
 * Puts the lines of `from` into `into`, inside a transaction: one rule for every dialect. The same variant takes
 * the larger quantity, the rest is added, stock caps both; coupons are checked again for the owner. What `into`
 * does not know yet (contact, address, shipping method) comes from `from`, which ends as `merged`.
 * Both carts have the same currency.
 */
export async function mergeCarts(
  ctx: Context & { tx: Transaction },
  { into, from, owner }: Merge,
): Promise<{ cart: Cart; report: MergeReport }> {
  const report: MergeReport = { added: [], raised: [], capped: [], droppedCoupons: [] };
  const lines = mergeLines(into.lines, from.lines, report);
  const moved = { ...into, lines, ...blanksFilled(into, from) };
  const coupons = await applicableCoupons(
    ctx,
    { ...moved, coupons: [...into.coupons, ...from.coupons] },
    owner,
    report,
  );
  const { tx } = ctx;
  await tx.stockHold.deleteMany({ where: { cartId: { in: [from.id, into.id] } } });
  const cart = await saveCart(ctx, into, { ...moved, coupons });
  if (!cart) throw new Error("The cart was changed although it is locked");
  await tx.cart.updateMany({
    where: { id: from.id },
    data: { status: "merged", mergedIntoId: into.id, userId: owner.userId, version: { increment: 1 } },
  });
  const before = {
    lines: into.lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
    couponIds: into.coupons.map((coupon) => coupon.id),
  };
  await tx.cartMerge.createMany({
    data: [{ id: newId(), cartId: into.id, mergedCartId: from.id, before, report }],
  });
  return { cart, report };
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
    if (quantity > 0) lines.set(variantId, { ...(present ?? { ...line, id: newId() }), quantity });
  }
  return [...lines.values()];
}

/** What the shopper typed as a guest is not asked again, and does not overwrite what the account's cart knows. */
function blanksFilled(into: Cart, from: Cart): Partial<Cart> {
  const contact =
    into.email === null ? { email: from.email, contactName: from.contactName, phone: from.phone } : {};
  if (into.shippingAddress !== null || from.shippingAddress === null) return contact;
  const { shippingAddress, billingAddress, shippingMethod, country } = from;
  return { ...contact, shippingAddress, billingAddress, shippingMethod, country };
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
        cart: { subtotal, currency: cart.currency, ...owner },
      });
      kept.set(discount.id, discount);
    } catch (error) {
      if (!isDomainError(error, "coupon_not_applicable")) throw error;
      report.droppedCoupons.push(code);
    }
  }
  return [...kept.values()];
}
