import { type Cart, nowhere, shippingTaxOf } from "#lib/commerce/cart/index.ts";
import { accountsAmong } from "#lib/commerce/customer/index.ts";
import { ordersOfCarts } from "#lib/commerce/order/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { toLineItem } from "../wire/line-item.ts";
import { reference } from "../wire/references.ts";
import { toShippingInfo, toWireSale } from "../wire/sale.ts";
import { type Amounts, amountsOf } from "./amounts.ts";

const states = { active: "Active", merged: "Merged", ordered: "Ordered" } as const satisfies Record<
  Cart["status"],
  string
>;

export type WireCart = ReturnType<typeof toCart>;

/** Carts in their wire shape. One query finds the owners with an account, another the orders of ordered carts. */
export async function toCarts(ctx: Context, carts: readonly Cart[]): Promise<WireCart[]> {
  const ordered = carts.filter(({ status }) => status === "ordered");
  const [accounts, orders] = await Promise.all([
    accountsAmong(
      ctx,
      carts.map((cart) => cart.userId),
    ),
    ordersOfCarts(
      ctx,
      ordered.map(({ id }) => id),
    ),
  ]);
  const amounts = (cart: Cart) =>
    amountsOf(
      cart,
      orders.find(({ cartId }) => cartId === cart.id),
    );
  return carts.map((cart) => toCart(cart, amounts(cart), accounts));
}

/** One cart as it goes out. */
export async function toOneCart(ctx: Context, cart: Cart): Promise<WireCart> {
  const [wire] = await toCarts(ctx, [cart]);
  if (!wire) throw new Error("A cart was lost on its way out");
  return wire;
}

function toCart(cart: Cart, amounts: Amounts, accounts: ReadonlySet<string>) {
  const { lines, coupons, totals, taxRate, taxIncluded, shippingMethod } = amounts;
  const sale = {
    ...cart,
    shippingMethod,
    country: cart.country === nowhere ? null : cart.country,
    customerId: cart.userId !== null && accounts.has(cart.userId) ? cart.userId : null,
    totals,
    reductions: coupons.map(({ discount: { id, kind }, amount }) => ({ id, kind, amount })),
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
