import { type Cart, type PricedCart, saleColumns } from "#lib/commerce/cart/index.ts";
import type { Choice, Facts } from "#lib/commerce/payment/index.ts";
import { now } from "#lib/platform/clock.ts";
import type { Shopper } from "#lib/platform/context.ts";
import { pick, withBlanks } from "#lib/platform/database/columns.ts";
import { newId } from "#lib/platform/ids.ts";
import { orderColumns } from "../columns.ts";
import type { Order } from "../order.ts";
import { newOrderNumber } from "../order-number.ts";
import { paymentStatusOf } from "../payment/payment-status.ts";

/** The payment method of an order, and the provider's facts. */
export type Payment = Choice & {
  facts: Facts;
  /** The open attempt; null if the provider was not called, so that its row is written with the order. */
  attemptId: string | null;
};

export type Purchase = {
  cart: Cart;
  /** The amounts for which the payment was requested; later expiries do not change them. */
  priced: PricedCart;
  shopper: Shopper;
  /** Null if nothing was due. */
  payment: Payment | null;
  merchantNumber: string | null;
  /** Null: the cart's. */
  purchaseOrderNumber: string | null;
};

/** The order that a cart becomes, exactly as it will be written and returned. */
export function composeOrder({ cart, priced, shopper, payment, ...numbers }: Purchase): Order {
  const at = now().toISOString();
  const isConfirmed = payment?.provider.confirmsOrder ?? true;
  const status = payment ? paymentStatusOf(payment.facts) : "paid";
  const { captured: paid = 0, refunded = 0 } = payment?.facts ?? {};
  const shippingAddress = cart.shippingAddress ?? { country: cart.country };
  return {
    ...withBlanks(orderColumns, {
      ...pick(cart, saleColumns),
      id: newId(),
      version: 1,
      orderNumber: newOrderNumber(),
      merchantNumber: numbers.merchantNumber,
      purchaseOrderNumber: numbers.purchaseOrderNumber ?? cart.purchaseOrderNumber,
      cartId: cart.id,
      userId: shopper.userId,
      anonymousId: anonymousIdOf({ cart, shopper }),
      // The buyer decides: an account's order is not a guest's, even if a guest began the cart.
      byAccount: shopper.type === "customer",
      status: isConfirmed ? "confirmed" : "pending",
      // A free order counts as paid.
      paymentStatus: status,
      fulfillmentStatus: "unfulfilled",
      shipmentState: "pending",
      email: cart.email ?? (shopper.type === "customer" ? shopper.email : null),
      contactName: cart.contactName ?? (shopper.type === "customer" ? shopper.name : null),
      shippingAddress,
      billingAddress: cart.billingAddress ?? shippingAddress,
      shippingMethod: cart.shippingMethod,
      coupons: usedCoupons(priced).map(({ discount, amount }) => ({ code: discount.code, amount })),
      taxIncluded: priced.taxIncluded,
      taxRate: priced.taxRate,
      placedAt: at,
      updatedAt: at,
    }),
    lines: priced.lines.map(lineOf),
    totals: priced.totals,
    payment: payment && { provider: payment.provider.id, method: payment.method.id, status },
    balance: { paid, refunded, refunding: 0, due: Math.max(0, priced.totals.total - paid) },
    shipments: [],
    events: ["order.placed", ...(isConfirmed ? ["order.confirmed"] : [])].map((type) => {
      return { type, at, amount: null };
    }),
  };
}

/** Keeps the guest's anonymousId, even if an account places the order. */
export function anonymousIdOf({ cart, shopper }: Pick<Purchase, "cart" | "shopper">): string | null {
  return cart.anonymousId ?? (shopper.type === "anonymous" ? shopper.anonymousId : null);
}

/** The coupons that took something off. Others are not used up. */
export function usedCoupons({ coupons }: PricedCart): PricedCart["coupons"] {
  return coupons.filter(({ amount }) => amount > 0);
}

function lineOf(line: PricedCart["lines"][number]): Order["lines"][number] {
  return {
    id: line.id,
    key: line.key,
    variantId: line.variantId,
    variantNumber: line.variantNumber,
    productId: line.productId,
    sku: line.sku,
    name: line.name,
    variantTitle: line.variantTitle,
    options: line.options,
    image: line.image,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    lineTotal: line.lineTotal,
    discount: line.discount,
    tax: line.tax,
  };
}
