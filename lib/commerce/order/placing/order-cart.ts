import { startAnonymousSession } from "#lib/accounts/api-access/index.ts";
import {
  type Cart,
  type CartName,
  type Difference,
  getCart,
  movedSinceShown,
  openAt,
  saveCart,
} from "#lib/commerce/cart/index.ts";
import { type Context, database, inTransaction, type Shopper } from "#lib/platform/context.ts";
import { isUniqueViolation } from "#lib/platform/database/db.ts";
import { alreadyTaken, isDomainError, notFound, versionConflict } from "#lib/platform/errors.ts";
import type { Order } from "../order.ts";
import { shopperOf } from "../payment/agreed.ts";
import type { OrderStep } from "../update-order.ts";
import { cartChanged } from "./check-shown.ts";
import { placeOrder } from "./place-order.ts";

/** The merchant handles payment; no provider is called. */
const byInvoice = "bank-transfer";

type OrderCart = {
  cart: CartName;
  /** The version that the caller has read. */
  version: number;
  merchantNumber?: string | undefined;
  purchaseOrderNumber?: string | undefined;
  /** Steps to apply to the new order immediately; if one fails, nothing is placed. */
  steps?: readonly OrderStep[];
};

/**
 * Places the order of a cart that the caller may see, at a given version; the merchant handles payment. A program
 * places it for the cart's owner, or for a new guest if it has none.
 * @throws not_found, version_conflict, cart_changed if an amount has changed (the cart then has a new version),
 * already_taken for a merchantNumber in use, and the errors of placeOrder
 */
export async function orderCart(ctx: Context, input: OrderCart): Promise<Order> {
  const { cart: name, version, merchantNumber, purchaseOrderNumber, steps } = input;
  const cart = await openAt(ctx, name, version);
  const place = async (within: Context) =>
    placeOrder(
      { ...within, actor: await buyerOf(within, cart) },
      {
        cart: { id: cart.id },
        paymentProvider: byInvoice,
        cartVersion: version,
        merchantNumber,
        purchaseOrderNumber,
        steps,
        needs: { contact: false, shippingMethod: false },
      },
    );
  try {
    await checkMethod(ctx, cart);
    // The new guest and the order are created together or not at all.
    const placed = await (cart.userId === null ? inTransaction(ctx, place) : place(ctx));
    if (placed.attempt !== null || placed.replayed) throw versionConflict(cart.id, version, version + 1);
    return placed.order;
  } catch (error) {
    if (merchantNumber !== undefined && isUniqueViolation(error)) {
      throw alreadyTaken("orderNumber", merchantNumber);
    }
    if (isDomainError(error, "cart_changed")) await refuseRaced(ctx, cart, error.details ?? []);
    if (isDomainError(error, "cart_changed", "coupon_not_applicable")) {
      await showAgain(ctx, cart);
    }
    throw error;
  }
}

/**
 * A method that is not available any more counts as not chosen, which no amount shows if it was free.
 * @throws cart_changed for a cart that was shown with such a method
 */
async function checkMethod(ctx: Context, cart: Cart): Promise<void> {
  if (cart.shippingMethod !== null) return;
  const { id } = cart;
  const chosen = await database(ctx).cart.findUnique({ where: { id }, select: { shippingMethodId: true } });
  if (!chosen?.shippingMethodId) return;
  const moved = movedSinceShown(cart);
  const isNamed = moved.some(({ what }) => what === "shipping");
  throw cartChanged(isNamed ? moved : [...moved, { what: "shipping", was: 0, is: 0 }]);
}

/** @throws version_conflict if the version has changed */
async function refuseRaced(ctx: Context, cart: Cart, differences: Difference[]): Promise<void> {
  if (!differences.some(({ what }) => what === "version")) return;
  throw versionConflict(cart.id, cart.version, (await getCart(ctx, { id: cart.id })).version);
}

/** Saves the current cart under a new version, which can be ordered once it has been read. */
async function showAgain(ctx: Context, { id, version }: Cart): Promise<void> {
  const cart = await getCart(ctx, { id });
  if (cart.version === version) await saveCart(ctx, cart, cart);
}

async function buyerOf(ctx: Context, cart: Cart): Promise<Shopper> {
  if (ctx.actor.type === "anonymous" || ctx.actor.type === "customer") return ctx.actor;
  if (cart.userId === null) {
    const guest = await startAnonymousSession(ctx);
    if (!guest) throw notFound("Cart");
    return { type: "anonymous", ...guest };
  }
  const user = await database(ctx).user.findUnique({ where: { id: cart.userId } });
  if (!user) throw notFound("Cart");
  return shopperOf(user);
}
