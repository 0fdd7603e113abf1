import type * as z from "zod";
import { checkAmount, checkLeast } from "./currencies.ts";
import { noSuch, StripeFault } from "./fault.ts";
import { newId } from "./ids.ts";
import { listOf, ofIntent } from "./list.ts";
import type { SessionParams, sessionListParams } from "./session-params.ts";
import type { Coupon, Line, Scene, Session, State } from "./state.ts";

const minute = 60;
const day = 24 * 60 * minute;

/** Opens a hosted page for one payment. `origin` is the fake's own. */
export function createSession(scene: Scene, params: SessionParams, origin: string): Session {
  const now = scene.now();
  const expiresAt = params.expires_at ?? now + day;
  checkExpiry(expiresAt - now);
  const { lines, currency } = readLines(params);
  const coupon = params.discounts?.[0] && usableCoupon(scene, params.discounts[0].coupon, currency);
  const shipping = readShipping(params, currency);
  const subtotal = lines.reduce((sum, line) => sum + line.amount_subtotal, 0);
  const discount = Math.min(coupon?.amount_off ?? 0, subtotal);
  const total = subtotal - discount + (shipping ?? 0);
  checkAmount(total, currency, "line_items[0][price_data][unit_amount]");
  checkLeast(total, currency);
  const id = newId("cs_test");
  const session: Session = {
    id,
    object: "checkout.session",
    adaptive_pricing: { enabled: params.adaptive_pricing?.enabled ?? true },
    amount_subtotal: subtotal,
    amount_total: total,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    created: now,
    currency,
    customer_details: null,
    customer_email: params.customer_email ?? null,
    excluded_payment_method_types: params.excluded_payment_method_types ?? [],
    discounts: coupon ? [{ coupon: coupon.id, promotion_code: null }] : [],
    expires_at: expiresAt,
    livemode: false,
    locale: params.locale ?? null,
    metadata: params.metadata ?? {},
    mode: params.mode,
    payment_intent: null,
    payment_status: "unpaid",
    shipping_cost:
      shipping === null
        ? null
        : { amount_subtotal: shipping, amount_tax: 0, amount_total: shipping, shipping_rate: newId("shr") },
    status: "open",
    success_url: params.success_url,
    total_details: { amount_discount: discount, amount_shipping: shipping ?? 0, amount_tax: 0 },
    ui_mode: params.ui_mode,
    url: `${origin}/c/pay/${id}`,
  };
  scene.sessions.set(id, session);
  scene.lines.set(id, lines);
  scene.intentData.set(id, {
    captureMethod: params.payment_intent_data?.capture_method ?? "automatic",
    metadata: params.payment_intent_data?.metadata ?? {},
  });
  return session;
}

export function listSessions(state: State, params: z.output<typeof sessionListParams>) {
  const { gte = 0, gt = -1, lte = Infinity, lt = Infinity } = params.created ?? {};
  const found = ofIntent(state.sessions.values(), params.payment_intent).filter(
    ({ created }) => created >= gte && created > gt && created <= lte && created < lt,
  );
  return listOf("/v1/checkout/sessions", found, params);
}

/** Expires an unpaid session. */
export function expireSession(scene: Scene, id: string): Session {
  const session = sessionOf(scene, id);
  if (session.status !== "open") {
    throw new StripeFault(
      400,
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
    );
  }
  closeUnpaid(scene, session);
  return session;
}

/** Expires overdue sessions. */
export function expireOverdue(scene: Scene): void {
  for (const session of scene.sessions.values())
    if (session.status === "open" && session.expires_at <= scene.now()) closeUnpaid(scene, session);
}

export function sessionOf(state: State, id: string): Session {
  const session = state.sessions.get(id);
  if (!session) throw noSuch("checkout.session", id, "session");
  return session;
}

function closeUnpaid(scene: Scene, session: Session): void {
  session.status = "expired";
  session.url = null;
  const intent = session.payment_intent === null ? undefined : scene.intents.get(session.payment_intent);
  if (intent && intent.status !== "canceled") {
    Object.assign(intent, { status: "canceled", canceled_at: scene.now(), cancellation_reason: "automatic" });
    intent.next_action = null;
    scene.emit("payment_intent.canceled", intent);
  }
  scene.emit("checkout.session.expired", session);
}

function checkExpiry(seconds: number): void {
  const words =
    seconds < 30 * minute
      ? "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation."
      : seconds > day
        ? "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation."
        : undefined;
  if (words) throw new StripeFault(400, words, { param: "expires_at" });
}

function readLines({ line_items: items }: SessionParams): { lines: Line[]; currency: string } {
  const currency = items[0]?.price_data.currency ?? "";
  const lines = items.map(({ quantity, price_data: price }, index): Line => {
    const param = `line_items[${index}][price_data][unit_amount]`;
    if (price.currency !== currency)
      throw new StripeFault(400, "All line items must have the same currency.", { param: "line_items" });
    checkAmount(price.unit_amount, currency, param);
    const amount = price.unit_amount * quantity;
    return {
      id: newId("li"),
      object: "item",
      amount_discount: 0,
      amount_subtotal: amount,
      amount_tax: 0,
      amount_total: amount,
      currency,
      description: price.product_data.name,
      quantity,
      price: { unit_amount: price.unit_amount },
    };
  });
  return { lines, currency };
}

function readShipping({ shipping_options: options }: SessionParams, currency: string): number | null {
  const fixed = options?.[0]?.shipping_rate_data.fixed_amount;
  if (!fixed) return null;
  const param = "shipping_options[0][shipping_rate_data][fixed_amount][amount]";
  if (fixed.currency !== currency)
    throw new StripeFault(400, "The shipping rate's currency must be the line items'.", { param });
  checkAmount(fixed.amount, currency, param);
  return fixed.amount;
}

function usableCoupon(state: State, id: string, currency: string): Coupon {
  const param = "discounts[0][coupon]";
  const coupon = state.coupons.get(id);
  if (!coupon) throw new StripeFault(400, `No such coupon: '${id}'`, { code: "resource_missing", param });
  const isUsedUp = coupon.max_redemptions !== null && coupon.times_redeemed >= coupon.max_redemptions;
  const isOver = coupon.redeem_by !== null && coupon.redeem_by <= state.now();
  if (isUsedUp || isOver)
    throw new StripeFault(400, `Coupon ${id} is expired and cannot be applied.`, {
      code: "coupon_expired",
      param,
    });
  if (coupon.currency !== currency)
    throw new StripeFault(400, `The coupon's currency is ${coupon.currency}, not ${currency}.`, { param });
  return coupon;
}
