import { hashCartToken, isAlive, loadCartBeside, priceCart, type Sums } from "#lib/commerce/cart/index.ts";
import { choosePayment } from "#lib/commerce/payment/index.ts";
import {
  type Context,
  inTransaction,
  requireShopper,
  type Shopper,
  whileSessionLasts,
} from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/db.ts";
import { notFound } from "#lib/platform/errors.ts";
import { checkReady, type Needs } from "./check-ready.ts";
import { checkShown, checkVersion } from "./check-shown.ts";
import { composeOrder, type Purchase } from "./compose-order.ts";
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
import { orderOfCart } from "./order-of-cart.ts";
import { endOpenAttempt, type Paid, payFor } from "./pay-for.ts";
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

export type Placed = Paid | { attempt: null; order: Order; replayed: boolean };

/**
 * Turns a cart into an order: once, however often and from wherever it is asked. Two tabs, a retry and a double click get
 * the same order. A provider that takes money is asked before, with the attempt on record; where it sends the shopper to a
 * page of its own, the answer is the attempt, and the order is placed once it has been paid. A declined payment leaves cart
 * and stock as they were. Events reach the queue with the commit. (Seed 004, step 4.)
 * @throws unauthenticated, not_found, cart_empty, contact_required, address_required, shipping_method_required,
 *   price_not_available, payment_provider_required, payment_provider_not_enabled, payment_declined, out_of_stock,
 *   cart_changed, coupon_not_applicable, idempotency_key_reused, session_changed, unavailable when the provider cannot be asked
 */
export async function placeOrder(ctx: Context, input: PlaceOrder): Promise<Placed> {
  const shopper = requireShopper(ctx);
  const request =
    input.idempotencyKey === undefined
      ? null
      : { userId: shopper.userId, key: input.idempotencyKey, fingerprint: fingerprint(input) };
  const { cart, kept } = await read(ctx, shopper, input.cart, request);
  const answered = request && (await answerOf(ctx, request, kept));
  if (answered) return { attempt: null, order: answered, replayed: true };
  if (!cart) throw notFound("Cart");
  if (cart.status === "ordered") return placedBefore(ctx, cart.id);
  const priced = priceCart(cart);
  checkVersion(cart, priced, input);
  checkReady(cart, shopper, input.needs ?? { contact: true, shippingMethod: true });
  checkShown(cart, priced, input.expected);
  const { merchantNumber = null, purchaseOrderNumber = null, steps = [] } = input;
  if (merchantNumber !== null) await checkMerchantNumber(ctx, merchantNumber);
  const terms = { cart, priced, shopper, merchantNumber, purchaseOrderNumber };
  const { paymentProvider: provider, paymentMethod: method } = input;
  const choice = priced.totals.total === 0 ? null : choosePayment({ provider, method });
  if (choice?.provider.asks) return whileSessionLasts(() => payFor(ctx, terms, choice, request));
  const earlier = await endOpenAttempt(ctx, cart.payingId);
  if (earlier) return earlier;
  const payment = choice && {
    ...choice,
    facts: awaited(priced.totals.total, cart.currency),
    attemptId: null,
  };
  return whileSessionLasts(() =>
    steps.length === 0
      ? write(ctx, { ...terms, payment }, request)
      : inTransaction(ctx, async (inside) =>
          moveOn(inside, await write(inside, { ...terms, payment }, request), steps),
        ),
  );
}

/** Nobody has been asked: the money comes later. */
function awaited(amount: number, currency: string) {
  return { state: "awaited", amount, currency, captured: 0, refunded: 0, reference: null } as const;
}

type Written = Extract<Placed, { attempt: null }>;

/** The order as it was written, or what another call made of the cart. @throws cart_changed, out_of_stock, coupon_not_applicable */
async function write(ctx: Context, purchase: Purchase, request: Request | null): Promise<Written> {
  const order = composeOrder(purchase);
  try {
    const outcome = await writeOrder(ctx, order, purchase, request);
    if (outcome.written) return { attempt: null, order, replayed: false };
    if (outcome.cart?.status === "ordered") return placedBefore(ctx, order.cartId);
    throw reasonOf(outcome, purchase);
  } catch (error) {
    if (isKeyTaken(error)) throw keyReused();
    throw error;
  }
}

async function placedBefore(ctx: Context, cartId: string): Promise<Written> {
  return { attempt: null, order: await orderOfCart(ctx, cartId), replayed: true };
}

async function moveOn(ctx: Context, placed: Written, steps: readonly OrderStep[]): Promise<Written> {
  if (placed.replayed) return placed;
  const { id, version } = placed.order;
  return { ...placed, order: await updateOrder(ctx, { order: { id }, version, steps }) };
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
