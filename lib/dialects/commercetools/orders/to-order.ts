import { shippingTaxOf } from "#lib/commerce/cart/index.ts";
import { accountsAmong } from "#lib/commerce/customer/index.ts";
import { discountsUsedIn } from "#lib/commerce/discount/index.ts";
import { numberOf, type Order, paymentIdsOf, type Shipment, shipmentsOf } from "#lib/commerce/order/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { withoutBlanks } from "../wire/address.ts";
import { toLineItem } from "../wire/line-item.ts";
import { money } from "../wire/money.ts";
import { type Reference, reference } from "../wire/references.ts";
import { type Sale, toShippingInfo, toWireSale } from "../wire/sale.ts";
import { statesOf } from "./states.ts";

export type WireOrder = ReturnType<typeof toOrder>;

/** Orders in their wire shape, with their shipments. */
export async function toOrders(ctx: Context, orders: readonly Order[]): Promise<WireOrder[]> {
  const orderIds = orders.map((order) => order.id);
  const reduced = orders.filter(({ coupons }) => coupons.length > 0).map(({ id }) => id);
  const [accounts, shipments, payments, discounts] = await Promise.all([
    accountsAmong(
      ctx,
      orders.map((order) => order.userId),
    ),
    shipmentsOf(ctx, orderIds),
    paymentIdsOf(ctx, orderIds),
    reduced.length > 0 ? discountsUsedIn(ctx, reduced) : [],
  ]);
  return orders.map((order) => {
    const isOwn = ({ orderId }: { orderId: string }) => orderId === order.id;
    return toOrder(order, accounts, {
      shipments: shipments.filter(isOwn),
      payments: payments.filter(isOwn).map(({ id }) => reference("payment", id)),
      discounts: discounts.filter(isOwn),
    });
  });
}

/** One order as it goes out. */
export async function toOneOrder(ctx: Context, order: Order): Promise<WireOrder> {
  const [wire] = await toOrders(ctx, [order]);
  if (!wire) throw new Error("An order was lost on its way out");
  return wire;
}

type Parts = {
  shipments: Shipment[];
  payments: Reference<"payment">[];
  discounts: Sale["reductions"];
};

function toOrder(order: Order, accounts: ReadonlySet<string>, { shipments, payments, discounts }: Parts) {
  const { userId, taxRate, taxIncluded, placedAt, updatedAt, currency, country, cancelledAt } = order;
  const sale = {
    ...order,
    createdAt: placedAt,
    customerId: accounts.has(userId) ? userId : null,
    reductions: discounts,
    shippingTax: shippingTaxOf(order),
  };
  const shippingInfo = toShippingInfo(sale);
  const deliveries = shipments.map(toDelivery);
  return {
    type: "Order",
    ...toWireSale(sale),
    orderNumber: numberOf(order),
    ...statesOf(order),
    cart: reference("cart", order.cartId),
    ...(payments.length > 0 && { paymentInfo: { payments } }),
    lineItems: order.lines.map((line) =>
      toLineItem(line, { currency, country, tax: { taxRate, taxIncluded }, changedAt: placedAt }),
    ),
    totalLineItemQuantity: order.lines.reduce((sum, line) => sum + line.quantity, 0),
    ...((shippingInfo || deliveries.length > 0) && {
      shippingInfo: { ...(shippingInfo ?? noMethod(currency)), deliveries },
    }),
    discountCodes: discounts.map(({ id }) => ({
      discountCode: reference("discount-code", id),
      state: "MatchesCart",
    })),
    syncInfo: [],
    returnInfo: [],
    lastMessageSequenceNumber: 0,
    ...withoutBlanks({ completedAt: cancelledAt ?? (order.status === "delivered" ? updatedAt : null) }),
  };
}

/** Deliveries are part of shippingInfo, so an order without a method gets one for them, with what clients require. */
function noMethod(currency: string) {
  const price = money(0, currency);
  return {
    shippingMethodName: "",
    price,
    shippingRate: { price, tiers: [] },
    shippingMethodState: "MatchesCart",
  };
}

/** A delivery has one parcel, once it has tracking. */
function toDelivery({ id, lines, tracking, shippedAt }: Shipment) {
  const parcel = tracking && {
    id,
    createdAt: shippedAt,
    items: [],
    trackingData: {
      ...withoutBlanks({ trackingId: tracking.trackingNumber, carrier: tracking.carrier }),
      isReturn: false,
    },
  };
  return {
    id,
    createdAt: shippedAt,
    items: lines.map(({ lineId, quantity }) => ({ id: lineId, quantity })),
    parcels: parcel ? [parcel] : [],
  };
}
