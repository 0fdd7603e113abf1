import { type Cart, priceCart, type Sums } from "#lib/commerce/cart/index.ts";
import { choosePayment } from "#lib/commerce/payment/index.ts";
import {
  type Context,
  inTransaction,
  type ShopperContext,
  whileSessionLasts,
} from "#lib/platform/context.ts";
import { notFound } from "#lib/platform/errors.ts";
import { read } from "#lib/platform/reading.ts";
import type { Order } from "../order.ts";
import { type Begun, type Paid, payFor, withoutAttempt } from "../payment/pay-for.ts";
import { type OrderStep, updateOrder } from "../update-order.ts";
import { checkReady, type Needs } from "./check-ready.ts";
import { checkShown, checkVersion } from "./check-shown.ts";
import { composeOrder, type Purchase } from "./compose-order.ts";
import { answerOf, checkSame, fingerprintOf, isKeyTaken, keyReused, type Request } from "./idempotency.ts";
import { checkMerchantNumber } from "./merchant-number.ts";
import { orderOfCart } from "./order-of-cart.ts";
import { type Named, placeable } from "./placeable.ts";
import { reasonOf } from "./refusal.ts";
import { writeOrder } from "./write-order.ts";

export type PlaceOrder = {
  cart: Named;
  /** Optional if nothing is due; the provider is not called then. */
  paymentProvider?: string | undefined;
  paymentMethod?: string | undefined;
  /** The version that the shopper has seen. */
  cartVersion?: number | undefined;
  /** The amounts that the shopper has seen, in minor units; those of the cart's last answer by default. */
  expected?: Partial<Sums> | undefined;
  idempotencyKey?: string | undefined;
  merchantNumber?: string | undefined;
  purchaseOrderNumber?: string | undefined;
  needs?: Needs | undefined;
  /** Steps to apply to the new order immediately; if one fails, nothing is placed. */
  steps?: readonly OrderStep[] | undefined;
};

export type Placed = Paid | { attempt: null; order: Order; replayed: boolean };

/**
 * Turns a cart into an order, once: two tabs, a retry and a double click get the same order. A provider that takes
 * money is called first, with the attempt on record; if it redirects the shopper to its own page, the attempt is
 * returned, and the order is placed once it has been paid. A declined payment leaves cart and stock unchanged. Events
 * are queued with the commit. (Specification, step 4.)
 * @throws not_found, cart_empty, contact_required, address_required, shipping_method_required,
 * price_not_available, payment_provider_required, payment_provider_not_enabled, payment_declined, out_of_stock,
 * cart_changed, coupon_not_applicable, idempotency_key_reused, session_changed, unavailable if the provider cannot be
 * reached
 */
export async function placeOrder(ctx: ShopperContext, input: PlaceOrder): Promise<Placed> {
  const shopper = ctx.actor;
  const request =
    input.idempotencyKey === undefined
      ? null
      : { userId: shopper.userId, key: input.idempotencyKey, fingerprint: fingerprint(input) };
  const { cart, kept } = await read(ctx, placeable(input.cart, input.idempotencyKey));
  const answered = request && (await answerOf(ctx, request, kept));
  if (answered) return { attempt: null, order: answered, replayed: true };
  if (!cart) throw notFound("Cart");
  if (cart.status === "ordered") return placedBefore(ctx, cart.id);
  const placed = await placeNow(ctx, { ...input, cart }, request);
  if (request && placed.attempt === null && placed.replayed) await checkSame(ctx, request);
  return placed;
}

async function placeNow(
  ctx: ShopperContext,
  { cart, ...input }: Omit<PlaceOrder, "cart"> & { cart: Cart },
  request: Request | null,
): Promise<Placed> {
  const shopper = ctx.actor;
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
  const payment = choice && {
    ...choice,
    facts: awaited(priced.totals.total, cart.currency),
    attemptId: null,
  };
  const placing = () =>
    steps.length === 0
      ? write(ctx, { ...terms, payment }, request)
      : inTransaction(ctx, async (inside) =>
          moveOn(inside, await write(inside, { ...terms, payment }, request), steps),
        );
  return whileSessionLasts(() => withoutAttempt(ctx, cart.payingId, placing));
}

/** The facts of a payment without a provider call: the money comes later. */
function awaited(amount: number, currency: string) {
  return { state: "awaited", amount, currency, captured: 0, refunded: 0, reference: null } as const;
}

type Written = Extract<Placed, { attempt: null }>;

/**
 * The written order, the one that another call has placed, or the attempt to pay that another call has started.
 * @throws cart_changed, out_of_stock, coupon_not_applicable
 */
async function write(ctx: Context, purchase: Purchase, request: Request | null): Promise<Written | Begun> {
  const order = composeOrder(purchase);
  try {
    const outcome = await writeOrder(ctx, order, purchase, request);
    if (outcome.written) return { attempt: null, order, replayed: false };
    if (outcome.cart?.status === "ordered") return placedBefore(ctx, order.cartId);
    const begun = outcome.cart?.version === purchase.cart.version ? outcome.cart.payingId : null;
    if (begun !== null) return { begun };
    throw reasonOf(outcome, purchase);
  } catch (error) {
    if (isKeyTaken(error)) throw keyReused();
    throw error;
  }
}

async function placedBefore(ctx: Context, cartId: string): Promise<Written> {
  return { attempt: null, order: await orderOfCart(ctx, cartId), replayed: true };
}

async function moveOn(
  ctx: ShopperContext,
  placed: Written | Begun,
  steps: readonly OrderStep[],
): Promise<Written | Begun> {
  if ("begun" in placed || placed.replayed) return placed;
  const { id, version } = placed.order;
  return { ...placed, order: await updateOrder(ctx, { order: { id }, version, steps }) };
}

function fingerprint(input: PlaceOrder): string {
  const { cart, paymentProvider = null, paymentMethod = null, cartVersion = null, expected } = input;
  // Left out if not given, as before the field existed: keys outlive deployments.
  const seen = expected === undefined ? [] : [expected];
  return fingerprintOf(["place-order", cart, paymentProvider, paymentMethod, cartVersion, ...seen]);
}
