import type Stripe from "stripe";

export type Session = Pick<
  Stripe.Checkout.Session,
  | "id"
  | "object"
  | "adaptive_pricing"
  | "amount_subtotal"
  | "cancel_url"
  | "client_reference_id"
  | "created"
  | "customer_email"
  | "customer_details"
  | "excluded_payment_method_types"
  | "expires_at"
  | "livemode"
  | "locale"
  | "metadata"
  | "mode"
  | "payment_status"
  | "shipping_cost"
  | "success_url"
  | "total_details"
  | "ui_mode"
  | "url"
> & {
  amount_total: number;
  currency: string;
  discounts: { coupon: string; promotion_code: null }[];
  payment_intent: string | null;
  status: "open" | "complete" | "expired";
};

export type Intent = Pick<
  Stripe.PaymentIntent,
  | "id"
  | "object"
  | "amount"
  | "amount_capturable"
  | "amount_received"
  | "canceled_at"
  | "cancellation_reason"
  | "capture_method"
  | "created"
  | "currency"
  | "livemode"
  | "metadata"
  | "next_action"
  | "payment_method_types"
  | "status"
> & {
  latest_charge: string | null;
  last_payment_error: { type: string; code: string; decline_code: string; message: string } | null;
};

export type Charge = Pick<
  Stripe.Charge,
  | "id"
  | "object"
  | "amount"
  | "amount_captured"
  | "amount_refunded"
  | "captured"
  | "created"
  | "currency"
  | "disputed"
  | "failure_code"
  | "failure_message"
  | "livemode"
  | "metadata"
  | "paid"
  | "refunded"
  | "status"
> & { payment_intent: string };

export type Refund = Pick<
  Stripe.Refund,
  "id" | "object" | "amount" | "created" | "currency" | "failure_reason" | "metadata" | "reason"
> & { charge: string; payment_intent: string; status: "pending" | "succeeded" | "failed" };

/** `late`: pending at first. `failed`: succeeded at first, and then returned by the bank. */
export type RefundEnd = "late" | "failed";

export type Dispute = Pick<
  Stripe.Dispute,
  | "id"
  | "object"
  | "amount"
  | "created"
  | "currency"
  | "is_charge_refundable"
  | "livemode"
  | "metadata"
  | "reason"
  | "status"
> & { charge: string; payment_intent: string };

export type Coupon = Pick<
  Stripe.Coupon,
  "id" | "object" | "created" | "duration" | "livemode" | "max_redemptions" | "redeem_by" | "times_redeemed"
> & { amount_off: number; currency: string; name: string | null; valid: boolean };

export type Line = Pick<
  Stripe.LineItem,
  "id" | "object" | "amount_discount" | "amount_subtotal" | "amount_tax" | "amount_total" | "currency"
> & { description: string; quantity: number; price: { unit_amount: number } };

export type FakeEvent = Pick<
  Stripe.Event,
  "id" | "object" | "api_version" | "created" | "livemode" | "pending_webhooks" | "type" | "request"
> & { data: { object: unknown } };

/** The state of the fake, kept in memory only. */
export function newState() {
  let aheadSeconds = 0;
  return {
    sessions: new Map<string, Session>(),
    lines: new Map<string, Line[]>(),
    /** The session's `payment_intent_data`, until it has an intent. */
    intentData: new Map<
      string,
      { captureMethod: "automatic" | "manual"; metadata: Record<string, string> }
    >(),
    coupons: new Map<string, Coupon>(),
    intents: new Map<string, Intent>(),
    charges: new Map<string, Charge>(),
    refunds: new Map<string, Refund>(),
    /** What refunds of a charge come to, if not at once. */
    refundEnds: new Map<string, RefundEnd>(),
    disputes: new Map<string, Dispute>(),
    events: [] as FakeEvent[],
    /** Seconds since the epoch, by the fake's own clock. */
    now: () => Math.floor(Date.now() / 1000) + aheadSeconds,
    advance: (seconds: number) => {
      aheadSeconds += seconds;
    },
  };
}

export type State = ReturnType<typeof newState>;

/** What an endpoint gets: the state, and a way to send events. */
export type Scene = State & { emit(type: string, object: object): void };
