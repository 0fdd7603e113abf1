import { createHash, randomBytes } from "node:crypto";
import { v7 } from "uuid";
import type { FulfillmentStatus, OrderStatus, Prisma } from "../../generated/client.ts";
import { type Draft, draftOrder, hoursAfter, named, type Shop } from "./draft-order.ts";
import { orderSeeds } from "./order-seed.ts";
import { taxRate } from "./price-order.ts";

const fulfillmentOf: Record<OrderStatus, FulfillmentStatus> = {
  pending: "unfulfilled",
  confirmed: "unfulfilled",
  fulfilled: "fulfilled",
  delivered: "delivered",
  cancelled: "unfulfilled",
};

/** Writes the demo orders, each with the closed cart that it was placed from. */
export async function seedOrders(tx: Prisma.TransactionClient, shop: Shop, now: Date): Promise<void> {
  for (const seed of orderSeeds) {
    const draft = draftOrder(shop, seed, now);
    await tx.cart.create({ data: cartOf(draft) });
    await tx.order.create({ data: orderOf(draft) });
    await tx.payment.create({ data: paymentOf(draft) });
    if (seed.coupon) await claimCoupon(tx, draft, named(shop.discounts, seed.coupon.code));
  }
}

/** The common data of a cart and its order. */
function contactOf({ customer, method }: Draft) {
  const shippingAddress = { firstName: customer.firstName, lastName: customer.lastName, ...customer.address };
  return {
    userId: customer.id,
    currency: "USD",
    country: "US",
    locale: "en-US",
    email: customer.email,
    contactName: customer.name,
    phone: customer.address.phone,
    shippingAddress,
    billingAddress: shippingAddress,
    method,
  };
}

function cartOf(draft: Draft): Prisma.CartUncheckedCreateInput {
  const { method, ...contact } = contactOf(draft);
  return {
    id: draft.cartId,
    tokenHash: createHash("sha256").update(randomBytes(32)).digest("hex"),
    status: "ordered",
    ...contact,
    shippingMethodId: method.id,
    version: draft.priced.lines.length + 4,
    createdAt: hoursAfter(draft.placedAt, -1),
    updatedAt: draft.placedAt,
    lines: {
      create: draft.priced.lines.map(({ variantId, quantity, unitPrice }) => ({
        id: v7(),
        variantId,
        quantity,
        unitPrice,
        createdAt: hoursAfter(draft.placedAt, -1),
      })),
    },
  };
}

function orderOf(draft: Draft): Prisma.OrderUncheckedCreateInput {
  const { seed, priced, customer, placedAt } = draft;
  const { method, ...contact } = contactOf(draft);
  const when = (type: string) => seed.history.find((event) => event.type === type)?.afterHours;
  const shipped = when("order.shipped");
  const delivered = when("order.delivered");
  return {
    id: draft.orderId,
    orderNumber: seed.orderNumber,
    cartId: draft.cartId,
    byAccount: true,
    ...contact,
    status: seed.status,
    paymentStatus: seed.payment.status,
    fulfillmentStatus: fulfillmentOf[seed.status],
    shippingMethod: method,
    coupons: seed.coupon ? [{ code: seed.coupon.code, amount: priced.totals.discount }] : [],
    ...priced.totals,
    taxIncluded: false,
    taxRate,
    version: seed.history.length + 1,
    placedAt,
    updatedAt: draft.updatedAt,
    cancelledAt: seed.status === "cancelled" ? draft.updatedAt : null,
    lines: { create: priced.lines.map((line, index) => ({ id: v7(), position: index + 1, ...line })) },
    events: {
      create: [{ type: "order.placed", afterHours: 0 }, ...seed.history].map(
        ({ afterHours, ...event }, index) => ({
          id: v7(),
          userId: customer.id,
          ...event,
          // At least a second apart, so that the history is in order.
          at: new Date(hoursAfter(placedAt, afterHours).getTime() + index * 1_000),
        }),
      ),
    },
    shipments:
      shipped === undefined || seed.trackingNumber === undefined
        ? {}
        : {
            create: {
              id: v7(),
              carrier: "Tidewater Parcel",
              trackingNumber: seed.trackingNumber,
              trackingUrl: `https://tidewater-parcel.example/track/${seed.trackingNumber}`,
              shippedAt: hoursAfter(placedAt, shipped),
              deliveredAt: delivered === undefined ? null : hoursAfter(placedAt, delivered),
            },
          },
  };
}

const stateOf = { pending: "awaited", paid: "captured", voided: "released" } as const;

function paymentOf({
  seed,
  priced,
  cartId,
  orderId,
  placedAt,
  updatedAt,
}: Draft): Prisma.PaymentUncheckedCreateInput {
  const { provider, method, status } = seed.payment;
  const id = v7();
  return {
    id,
    cartId,
    orderId,
    provider,
    method,
    state: stateOf[status],
    amount: priced.totals.total,
    captured: status === "paid" ? priced.totals.total : 0,
    currency: "USD",
    reference: provider === "demo-card" ? `demo_${id}` : null,
    expiresAt: placedAt,
    createdAt: placedAt,
    updatedAt: status === "voided" ? updatedAt : placedAt,
  };
}

/** Records the use of a once-per-customer coupon, as placing an order does. */
async function claimCoupon(tx: Prisma.TransactionClient, draft: Draft, discountId: string): Promise<void> {
  const { oncePerCustomer } = await tx.discount.update({
    where: { id: discountId },
    data: { usedCount: { increment: 1 } },
  });
  await tx.cartCoupon.create({ data: { cartId: draft.cartId, discountId, createdAt: draft.placedAt } });
  await tx.discountUsage.create({
    data: {
      id: v7(),
      discountId,
      orderId: draft.orderId,
      userId: draft.customer.id,
      emailHash: createHash("sha256").update(draft.customer.email).digest("hex"),
      oncePerCustomer,
      amount: draft.priced.totals.discount,
      createdAt: draft.placedAt,
    },
  });
}
