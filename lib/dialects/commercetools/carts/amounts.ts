import { type Cart, type PricedCart, priceCart } from "#lib/commerce/cart/index.ts";
import type { Order } from "#lib/commerce/order/index.ts";
import type { Sale } from "../wire/sale.ts";

/** A cart with its amounts. */
export type Amounts = PricedCart & { shippingMethod: Sale["shippingMethod"] };

/** What the cart costs now or, once it has been ordered, what it cost then. */
export function amountsOf(cart: Cart, order: Order | undefined): Amounts {
  const priced = { ...priceCart(cart), shippingMethod: cart.shippingMethod };
  if (!order) return priced;
  const { lines, coupons, totals, taxRate, taxIncluded, shippingMethod } = order;
  const sold = new Map(
    lines.map(({ variantId, unitPrice, lineTotal, discount, tax }) => [
      variantId,
      { unitPrice, lineTotal, discount, tax },
    ]),
  );
  const tookOff = new Map(coupons.map(({ code, amount }) => [code, amount]));
  return {
    totals,
    taxRate,
    taxIncluded,
    shippingMethod,
    lines: priced.lines.map((line) => ({ ...line, ...sold.get(line.variantId) })),
    coupons: priced.coupons.map(({ discount }) => ({
      discount,
      amount: tookOff.get(discount.code) ?? 0,
      applies: tookOff.has(discount.code),
      refusal: null,
    })),
  };
}
