import { type Cart, nowhere, priceCart, shippingTaxOf } from "#lib/commerce/cart/index.ts";
import { accountsAmong } from "#lib/commerce/customer/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { toLineItem } from "../wire/line-item.ts";
import { reference } from "../wire/references.ts";
import { toShippingInfo, toWireSale } from "../wire/sale.ts";

const states = { active: "Active", merged: "Merged", ordered: "Ordered" } as const satisfies Record<
  Cart["status"],
  string
>;

export type WireCart = ReturnType<typeof toCart>;

/** Carts in their wire shape. One query finds the owners with an account. */
export async function toCarts(ctx: Context, carts: readonly Cart[]): Promise<WireCart[]> {
  const accounts = await accountsAmong(
    ctx,
    carts.map((cart) => cart.userId),
  );
  return carts.map((cart) => toCart(cart, accounts));
}

export async function toOneCart(ctx: Context, cart: Cart): Promise<WireCart> {
  return toCart(cart, await accountsAmong(ctx, [cart.userId]));
}

function toCart(cart: Cart, accounts: ReadonlySet<string>) {
  const { lines, coupons, totals, taxRate, taxIncluded } = priceCart(cart);
  const sale = {
    ...cart,
    country: cart.country === nowhere ? null : cart.country,
    customerId: cart.userId !== null && accounts.has(cart.userId) ? cart.userId : null,
    totals,
    taxRate,
    taxIncluded,
    shippingTax: shippingTaxOf({ lines, totals }),
  };
  const tax = cart.shippingAddress && { taxRate, taxIncluded };
  const shippingInfo = toShippingInfo(sale);
  return {
    type: "Cart",
    ...toWireSale(sale),
    ...(cart.key !== null && { key: cart.key }),
    cartState: states[cart.status],
    lineItems: lines.map((line) => toLineItem(line, { ...cart, tax, changedAt: cart.updatedAt })),
    ...(lines.length > 0 && { totalLineItemQuantity: lines.reduce((sum, line) => sum + line.quantity, 0) }),
    ...(shippingInfo && { shippingInfo: { ...shippingInfo, deliveries: [] } }),
    discountCodes: coupons.map(({ discount, applies }) => ({
      discountCode: reference("discount-code", discount.id),
      state: applies ? "MatchesCart" : "DoesNotMatchCart",
    })),
    deleteDaysAfterLastModification: cart.expiresAfterDays,
  };
}
