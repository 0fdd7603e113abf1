import * as z from "zod";
import { noSuch, StripeFault } from "./fault.ts";
import { amount, expand } from "./session-params.ts";
import type { Charge, Intent, Scene, State } from "./state.ts";

export const captureParams = z.strictObject({ amount_to_capture: amount.optional(), expand });
export const cancelParams = z.strictObject({
  cancellation_reason: z.enum(["duplicate", "fraudulent", "requested_by_customer", "abandoned"]).optional(),
  expand,
});

export function intentById(state: State, id: string): Intent {
  const intent = state.intents.get(id);
  if (!intent) throw noSuch("payment_intent", id, "intent");
  return intent;
}

export function chargeOf(state: State, intent: Intent): Charge | undefined {
  return intent.latest_charge === null ? undefined : state.charges.get(intent.latest_charge);
}

/** Captures the authorized amount or a part of it, and releases the rest. */
export function captureIntent(scene: Scene, id: string, params: z.output<typeof captureParams>): Intent {
  const intent = intentById(scene, id);
  const charge = chargeOf(scene, intent);
  if (intent.status !== "requires_capture" || !charge) throw unexpectedState(intent, "captured");
  const taken = params.amount_to_capture ?? intent.amount_capturable;
  if (taken > intent.amount_capturable) {
    throw new StripeFault(
      400,
      "The amount_to_capture is greater than the amount capturable on this PaymentIntent.",
      { code: "amount_too_large", param: "amount_to_capture" },
    );
  }
  Object.assign(charge, { captured: true, amount_captured: taken });
  charge.amount_refunded = charge.amount - taken;
  Object.assign(intent, { status: "succeeded", amount_received: taken, amount_capturable: 0 });
  for (const session of scene.sessions.values())
    if (session.payment_intent === intent.id) session.payment_status = "paid";
  scene.emit("charge.captured", charge);
  scene.emit("payment_intent.succeeded", intent);
  return intent;
}

/** Releases an authorization. The intent of an open session can only be cancelled by expiring the session. */
export function cancelIntent(scene: Scene, id: string, params: z.output<typeof cancelParams>): Intent {
  const intent = intentById(scene, id);
  const isPageOpen = [...scene.sessions.values()].some(
    (session) => session.payment_intent === id && session.status === "open",
  );
  if (isPageOpen) {
    throw new StripeFault(
      400,
      "You cannot cancel this PaymentIntent because it was created by a Checkout Session that is open. Expire the Checkout Session instead.",
      { code: "payment_intent_unexpected_state" },
    );
  }
  if (intent.status === "succeeded" || intent.status === "canceled" || intent.status === "processing")
    throw unexpectedState(intent, "canceled");
  Object.assign(intent, {
    status: "canceled",
    amount_capturable: 0,
    canceled_at: scene.now(),
    cancellation_reason: params.cancellation_reason ?? null,
  });
  const charge = chargeOf(scene, intent);
  if (charge?.status === "succeeded") {
    // Stripe marks a released authorization as refunded, although nothing was captured.
    Object.assign(charge, { refunded: true, amount_refunded: charge.amount });
    scene.emit("charge.refunded", charge);
  }
  scene.emit("payment_intent.canceled", intent);
  return intent;
}

function unexpectedState(intent: Intent, wish: string): StripeFault {
  return new StripeFault(
    400,
    `This PaymentIntent could not be ${wish} because it has a status of ${intent.status}.`,
    { code: "payment_intent_unexpected_state", payment_intent: intent },
  );
}
