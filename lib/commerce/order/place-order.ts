import {
  type Cart,
  hashCartToken,
  isAlive,
  loadCartBeside,
  priceCart,
  type Sums,
} from "#lib/commerce/cart/index.ts";
import { choosePayment } from "#lib/commerce/payment/index.ts";
import {
  type Context,
  database,
  inTransaction,
  requireShopper,
  type Shopper,
  whileSessionLasts,
} from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/db.ts";
import { DomainError, notFound } from "#lib/platform/errors.ts";
import { checkReady, type Needs } from "./check-ready.ts";
import { checkShown, checkVersion } from "./check-shown.ts";
import { type Accepted, composeOrder, type Purchase } from "./compose-order.ts";
import {
  answerOf,
  fingerprintOf,
  isKeyTaken,
  keptAnswer,
  keptRow,
  keyReused,
  type Request,
} from "./idempotency.ts";
import { checkMerchantNumber } from "./merchant-number.ts";
import type { Order } from "./order.ts";
import { loadOrder } from "./queries.ts";
import { reasonOf } from "./refusal.ts";
import { type OrderStep, updateOrder } from "./update-order.ts";
import { writeOrder } from "./write-order.ts";

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
  needs?: Needs | undefined;
  /** Where the new order is moved at once; a step that cannot be done means that nothing is placed. */
  steps?: readonly OrderStep[] | undefined;
};

export type Placed = { order: Order; replayed: boolean };

/**
 * Turns a cart into an order: once, however often and from wherever it is asked. Two tabs, a retry and a
 * double click get the same order. Payment is asked before the transaction; a declined one leaves cart and
 * stock as they were. Events reach the queue with the commit. (Seed 004, step 4.)
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
  const { cart, kept } = await read(ctx, shopper, input.cart, request);
  const answered = request && (await answerOf(ctx, request, kept));
  if (answered) return { order: answered, replayed: true };
  if (!cart) throw notFound("Cart");
  if (cart.status === "ordered") return { order: await orderOf(ctx, cart.id), replayed: true };
  const priced = priceCart(cart);
  checkVersion(cart, priced, input);
  checkReady(cart, shopper, input.needs ?? { contact: true, shippingMethod: true });
  checkShown(cart, priced, input.expected);
  const { merchantNumber = null, purchaseOrderNumber = null, steps = [] } = input;
  if (merchantNumber !== null) await checkMerchantNumber(ctx, merchantNumber);
  const payment = await authorize(ctx, cart, priced.totals.total, input);
  const purchase = { cart, priced, shopper, payment, merchantNumber, purchaseOrderNumber };
  try {
    return await whileSessionLasts(() =>
      steps.length === 0
        ? write(ctx, purchase, request)
        : inTransaction(ctx, async (inside) => moveOn(inside, await write(inside, purchase, request), steps)),
    );
  } catch (error) {
    if (payment?.reference) await letGo(ctx, cart, payment);
    if (isKeyTaken(error)) throw keyReused();
    throw error;
  }
}

/** The order as it was written, or what another call made of the cart. @throws cart_changed, out_of_stock, coupon_not_applicable */
async function write(ctx: Context, purchase: Purchase, request: Request | null): Promise<Placed> {
  const order = composeOrder(purchase);
  const outcome = await writeOrder(ctx, order, purchase, request);
  if (outcome.written) return { order, replayed: false };
  if (outcome.cart?.status === "ordered") return { order: await orderOf(ctx, order.cartId), replayed: true };
  throw reasonOf(outcome, purchase);
}

async function moveOn(
  ctx: Context,
  { order, replayed }: Placed,
  steps: readonly OrderStep[],
): Promise<Placed> {
  if (replayed) return { order, replayed };
  return {
    order: await updateOrder(ctx, { order: { id: order.id }, version: order.version, steps }),
    replayed,
  };
}

function fingerprint(input: PlaceOrder): string {
  const { cart, paymentProvider = null, paymentMethod = null, cartVersion = null, expected } = input;
  // Left out when nothing was said, as before it could be said: keys outlive a deployment.
  const seen = expected === undefined ? [] : [expected];
  return fingerprintOf(["place-order", cart, paymentProvider, paymentMethod, cartVersion, ...seen]);
}

/** The cart to place, or the one that was placed already, with what is kept under the key; null also for somebody else's. */
async function read(ctx: Context, shopper: Shopper, named: PlaceOrder["cart"], request: Request | null) {
  const which =
    "token" in named
      ? Prisma.sql`c.token_hash = ${hashCartToken(named.token)}`
      : Prisma.sql`c.id = ${named.id}::uuid`;
  const { cart, beside } = await loadCartBeside(
    ctx,
    request ? keptAnswer(request) : Prisma.sql`null::json`,
    keptRow,
    Prisma.sql`where ${which} and (c.user_id is null or c.user_id = ${shopper.userId}::uuid) and c.status in ('active', 'ordered') and ${isAlive()}`,
  );
  return { cart, kept: beside };
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
