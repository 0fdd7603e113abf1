import { type Cart, hashCartToken, isAlive, loadCart, priceCart, type Sums } from "#lib/cart/index.ts";
import {
  type Context,
  database,
  inTransaction,
  requireShopper,
  type Shopper,
  whileSessionLasts,
} from "#lib/context.ts";
import { Prisma, type Transaction } from "#lib/db.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { choosePayment } from "#lib/payment/index.ts";
import { checkReady, type Needs } from "./check-ready.ts";
import { cartChanged, checkShown, checkVersion } from "./check-shown.ts";
import { findAnswer, fingerprintOf, keepAnswer } from "./idempotency.ts";
import type { Order } from "./order.ts";
import { loadOrder } from "./queries.ts";
import { takeStock } from "./take-stock.ts";
import { type OrderStep, updateOrder } from "./update-order.ts";
import { type Accepted, writeOrder } from "./write-order.ts";

export type PlaceOrder = {
  /** The cart's token (store API) or its id (a dialect that checked the version). */
  cart: { token: string } | { id: string };
  /** May be left out when nothing is due, and is not asked then. */
  paymentProvider?: string | undefined;
  paymentMethod?: string | undefined;
  /** What the shopper was shown; another version means that the cart changed since. */
  cartVersion?: number | undefined;
  /** The sums that the shopper was shown, in minor units; left out, what the cart's last answer said counts. */
  expected?: Partial<Sums> | undefined;
  idempotencyKey?: string | undefined;
  merchantNumber?: string | undefined;
  purchaseOrderNumber?: string | undefined;
  needs?: Needs;
  /** Where the new order is moved at once; a step that cannot be done means that nothing is placed. */
  steps?: readonly OrderStep[] | undefined;
};

export type Placed = { order: Order; replayed: boolean };

/**
 * Turns a cart into an order: once, however often and from wherever it is asked. Two tabs, a retry and a
 * double click get the same order. Payment is asked before the transaction; a declined one leaves cart and
 * stock as they were. What happened is recorded and reaches the queues with the commit. (Seed 004, step 4.)
 * @throws unauthenticated, not_found, cart_empty, contact_required, address_required, shipping_method_required,
 *   price_not_available, payment_provider_required, payment_provider_not_enabled, payment_declined, out_of_stock,
 *   cart_changed, coupon_not_applicable, idempotency_key_reused, session_changed
 */
export async function placeOrder(ctx: Context, input: PlaceOrder): Promise<Placed> {
  const shopper = requireShopper(ctx);
  const request =
    input.idempotencyKey === undefined
      ? null
      : { userId: shopper.userId, key: input.idempotencyKey, fingerprint: fingerprint(input) };
  const answered = request && (await findAnswer(ctx, request));
  if (answered) return { order: answered, replayed: true };

  const cart = await loadPlaceable(ctx, shopper, input.cart);
  if (cart.status === "ordered") return { order: await orderOf(ctx, cart.id), replayed: true };
  const priced = priceCart(cart);
  checkVersion(cart, priced, input);
  checkReady(cart, shopper, input.needs ?? { contact: true, shippingMethod: true });
  checkShown(cart, priced, input.expected);
  const accepted = await authorize(ctx, cart, priced.totals.total, input);
  try {
    return await whileSessionLasts(() =>
      inTransaction(ctx, async (inside) => {
        const status = await lockCart(inside, cart);
        if (status === "ordered") return { order: await orderOf(inside, cart.id), replayed: true };
        await takeStock(inside, cart);
        const owned = {
          ...cart,
          userId: shopper.userId,
          anonymousId: cart.anonymousId ?? anonymousIdOf(shopper),
        };
        await writeOrder(inside, {
          cart: owned,
          priced,
          shopper,
          payment: accepted,
          merchantNumber: input.merchantNumber ?? null,
          purchaseOrderNumber: input.purchaseOrderNumber ?? null,
        });
        const placed = await orderOf(inside, cart.id);
        const order = await moveOn(inside, placed, input.steps ?? []);
        if (request) await keepAnswer(inside, request, order);
        return { order, replayed: false };
      }),
    );
  } catch (error) {
    if (accepted?.reference) await letGo(ctx, cart, accepted);
    throw error;
  }
}

function moveOn(ctx: Context, order: Order, steps: readonly OrderStep[]): Promise<Order> | Order {
  if (steps.length === 0) return order;
  return updateOrder(ctx, { order: { id: order.id }, version: order.version, steps });
}

function fingerprint(input: PlaceOrder): string {
  const { cart, paymentProvider = null, paymentMethod = null, cartVersion = null, expected } = input;
  // Left out when nothing was said, as before it could be said: keys outlive a deployment.
  const seen = expected === undefined ? [] : [expected];
  return fingerprintOf(["place-order", cart, paymentProvider, paymentMethod, cartVersion, ...seen]);
}

/** The cart to place, or the one that was placed already. @throws not_found also for somebody else's */
async function loadPlaceable(ctx: Context, shopper: Shopper, named: PlaceOrder["cart"]): Promise<Cart> {
  const which =
    "token" in named
      ? Prisma.sql`c.token_hash = ${hashCartToken(named.token)}`
      : Prisma.sql`c.id = ${named.id}::uuid`;
  const cart = await loadCart(
    ctx,
    Prisma.sql`where ${which} and (c.user_id is null or c.user_id = ${shopper.userId}::uuid) and c.status in ('active', 'ordered') and ${isAlive()}`,
  );
  if (!cart) throw notFound("Cart");
  return cart;
}

/** Takes turns on the cart. @throws cart_changed when it is not what the shopper was shown */
async function lockCart(ctx: Context & { tx: Transaction }, cart: Cart): Promise<"active" | "ordered"> {
  const [row] = await ctx.tx.$queryRaw<{ status: Cart["status"]; version: number }[]>`
    select status, version from cart where id = ${cart.id}::uuid for update`;
  if (row?.status === "ordered") return "ordered";
  if (row?.status !== "active" || row.version !== cart.version) {
    throw cartChanged([{ what: "version", was: cart.version, is: row?.version ?? 0 }]);
  }
  return "active";
}

async function orderOf(ctx: Context, cartId: string): Promise<Order> {
  const order = await loadOrder(ctx, Prisma.sql`o.cart_id = ${cartId}::uuid`);
  if (!order) throw notFound("Cart");
  return order;
}

/** What the provider answered; null when nothing is due, and nobody is asked. @throws payment_declined */
async function authorize(
  ctx: Context,
  cart: Cart,
  amount: number,
  input: Pick<PlaceOrder, "paymentProvider" | "paymentMethod">,
): Promise<Accepted | null> {
  if (amount === 0) return null;
  const { provider, method } = choosePayment({
    provider: input.paymentProvider,
    method: input.paymentMethod,
  });
  // Parallel calls for one state of the cart share the key, so the provider takes the money once.
  // After a decline it is another attempt: a provider would answer the old key with the old refusal.
  const key = `${cart.id}:${cart.version}:${cart.declinedPayments}`;
  const outcome = await provider.authorize({ key, amount, currency: cart.currency, method: method.id });
  if (outcome.status !== "declined") return { provider, method, ...outcome };
  await database(ctx).payment.createMany({
    data: [
      {
        cartId: cart.id,
        provider: provider.id,
        method: method.id,
        status: "declined",
        amount,
        currency: cart.currency,
        updatedAt: new Date(),
      },
    ],
  });
  throw new DomainError("payment_declined", outcome.reason, {
    details: { provider: provider.id, method: method.id },
  });
}

/** Releases a payment that no order came of, and renews the cart's version so that its key is not used again. */
async function letGo(ctx: Context, cart: Cart, payment: Accepted): Promise<void> {
  const unordered = await database({ actor: ctx.actor }).cart.updateMany({
    where: { id: cart.id, status: "active", version: cart.version },
    data: { version: cart.version + 1 },
  });
  if (unordered.count === 1 && payment.reference) await payment.provider.release(payment.reference);
}

function anonymousIdOf(shopper: Shopper): string | null {
  return shopper.type === "anonymous" ? shopper.anonymousId : null;
}
