import type { Cart, PricedCart } from "#lib/cart/index.ts";
import { now } from "#lib/clock.ts";
import type { Context, Shopper } from "#lib/context.ts";
import { Prisma, type Transaction } from "#lib/db.ts";
import { claimDiscountUses } from "#lib/discount/index.ts";
import { type EventType, recordEvents } from "#lib/events/index.ts";
import { newId } from "#lib/ids.ts";
import type { PaymentMethod, PaymentProvider } from "#lib/payment/index.ts";
import { checkMerchantNumber } from "./merchant-number.ts";
import { newOrderNumber } from "./order-number.ts";

export type Accepted = {
  provider: PaymentProvider;
  method: PaymentMethod;
  status: "pending" | "authorized" | "paid";
  reference: string | null;
};

type Input = {
  cart: Cart;
  /** The cart's amounts as the payment was asked for: what runs out meanwhile does not change them. */
  priced: PricedCart;
  shopper: Shopper;
  /** Null: nothing was due, so nobody was asked. */
  payment: Accepted | null;
  merchantNumber: string | null;
  /** Null: as the cart has it. */
  purchaseOrderNumber: string | null;
};

/** Writes the order that a cart becomes and closes the cart. Stock has been taken. Returns the order's id. */
export async function writeOrder(ctx: Context & { tx: Transaction }, input: Input): Promise<string> {
  const { cart, priced, shopper, payment } = input;
  const { tx } = ctx;
  if (input.merchantNumber !== null) await checkMerchantNumber(ctx, input.merchantNumber);
  const orderId = newId();
  const at = now();
  const { status, paymentStatus } = standingOf(payment);
  const email = cart.email ?? (shopper.type === "customer" ? shopper.email : null);
  await tx.order.createMany({
    data: [{ ...orderRow(input), status, paymentStatus, id: orderId, email, placedAt: at, updatedAt: at }],
  });
  await tx.orderLine.createMany({
    data: priced.lines.map((line, position) => lineRow(orderId, line, position)),
  });
  const happened: EventType[] =
    status === "confirmed" ? ["order.placed", "order.confirmed"] : ["order.placed"];
  await recordEvents(
    ctx,
    happened.map((type) => ({ type, orderId, userId: shopper.userId, at })),
  );
  if (payment) await tx.payment.createMany({ data: [paymentRow(orderId, payment, input, at)] });
  const uses = usedCoupons(priced);
  const accountEmail = shopper.type === "customer" ? shopper.email : null;
  await claimDiscountUses(ctx, { orderId, userId: shopper.userId, email, accountEmail, uses });
  await tx.cart.updateMany({
    where: { id: cart.id },
    data: {
      status: "ordered",
      version: cart.version + 1,
      userId: cart.userId,
      anonymousId: cart.anonymousId,
    },
  });
  return orderId;
}

/** A coupon is used by what it takes off. One that took nothing off stays good for another order. */
function usedCoupons({ coupons }: PricedCart) {
  return coupons.filter(({ amount }) => amount > 0);
}

/** Where a new order stands. One that costs nothing is paid: there is no money to wait for. */
function standingOf(payment: Accepted | null) {
  const isConfirmed = payment?.provider.confirmsOrder ?? true;
  return {
    status: isConfirmed ? ("confirmed" as const) : ("pending" as const),
    paymentStatus: payment?.status ?? ("paid" as const),
  };
}

function paymentRow(orderId: string, payment: Accepted, { cart, priced }: Input, at: Date) {
  return {
    id: newId(),
    cartId: cart.id,
    orderId,
    provider: payment.provider.id,
    method: payment.method.id,
    status: payment.status,
    amount: priced.totals.total,
    currency: cart.currency,
    reference: payment.reference,
    updatedAt: at,
  };
}

function orderRow({ cart, priced, shopper, merchantNumber, purchaseOrderNumber }: Input) {
  const { platform, currency, country, locale, contactName, phone, anonymousId, origin } = cart;
  const shippingAddress = cart.shippingAddress ?? { country };
  return {
    platform,
    currency,
    country,
    locale,
    phone,
    // Who places decides: an account's order is no guest's, also from a cart that a guest began.
    anonymousId: shopper.type === "anonymous" ? anonymousId : null,
    merchantNumber,
    origin,
    purchaseOrderNumber: purchaseOrderNumber ?? cart.purchaseOrderNumber,
    contactName: contactName ?? (shopper.type === "customer" ? shopper.name : null),
    orderNumber: newOrderNumber(),
    cartId: cart.id,
    userId: shopper.userId,
    shippingAddress,
    billingAddress: cart.billingAddress ?? shippingAddress,
    shippingMethod: cart.shippingMethod ?? Prisma.DbNull,
    coupons: usedCoupons(priced).map(({ discount, amount }) => ({ code: discount.code, amount })),
    ...priced.totals,
    taxIncluded: priced.taxIncluded,
    taxRate: priced.taxRate,
  };
}

function lineRow(orderId: string, line: PricedCart["lines"][number], position: number) {
  const {
    key,
    variantId,
    productId,
    sku,
    name,
    variantTitle,
    image,
    quantity,
    unitPrice,
    lineTotal,
    discount,
    tax,
  } = line;
  return {
    id: newId(),
    orderId,
    position,
    key,
    variantId,
    productId,
    sku,
    name,
    variantTitle,
    image,
    quantity,
    unitPrice,
    lineTotal,
    discount,
    tax,
  };
}
