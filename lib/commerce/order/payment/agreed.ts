import type { Cart, PricedCart } from "#lib/commerce/cart/index.ts";
import { type Context, database, type Shopper } from "#lib/platform/context.ts";
import type { Prisma } from "#lib/platform/database/db.ts";
import type { Purchase } from "../placing/compose-order.ts";
import type { Request } from "../placing/idempotency.ts";

/**
 * What a shopper agreed to before leaving to pay, stored with the attempt while it is open: the order is placed for
 * exactly that, even if prices, coupons or taxes have changed since.
 */
export type Agreed = {
  cart: Cart;
  priced: PricedCart;
  shopper: Shopper;
  merchantNumber: string | null;
  purchaseOrderNumber: string | null;
  /** The Idempotency-Key of the order. */
  request: Request | null;
};

/** What is agreed with the shopper before the provider is asked. */
export function agreedOf(purchase: Omit<Purchase, "payment">, request: Request | null): Agreed {
  const { cart, priced, shopper, merchantNumber, purchaseOrderNumber } = purchase;
  return { cart, priced, shopper, merchantNumber, purchaseOrderNumber, request };
}

/**
 * The agreement; null once the attempt has ended. If the cart moved to an account meanwhile, the account places the
 * order.
 */
export async function loadAgreed(ctx: Context, attemptId: string): Promise<Agreed | null> {
  const found = await database(ctx).payment.findUnique({
    where: { id: attemptId },
    select: { agreed: true, cartVersion: true, cart: { select: { user: true, anonymousId: true } } },
  });
  const user = found?.cart?.user;
  if (!isAgreed(found?.agreed) || !user) return null;
  const cart = { ...found.agreed.cart, version: found.cartVersion, userId: user.id, payingId: attemptId };
  return { ...found.agreed, cart, shopper: shopperOf(user) };
}

type User = Prisma.UserGetPayload<object>;

/** Maps a user to a Shopper. */
export function shopperOf({ id, isAnonymous, anonymousId, email, name, emailVerified }: User): Shopper {
  if (isAnonymous) return { type: "anonymous", userId: id, anonymousId: anonymousId ?? id };
  return { type: "customer", userId: id, email, name, emailVerified };
}

// Only startAttempt writes it.
function isAgreed(value: unknown): value is Agreed {
  return typeof value === "object" && value !== null && "priced" in value;
}
