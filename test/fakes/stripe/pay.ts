import { type Card, type CardNumber, cards, declineWords } from "./cards.ts";
import { StripeFault } from "./fault.ts";
import { newId } from "./ids.ts";
import { sessionOf } from "./sessions.ts";
import type { Charge, Intent, Scene, Session } from "./state.ts";

/** The next step on the hosted page. */
export type PayOutcome = { next: "return" } | { next: "second-step" } | { next: "declined"; message: string };

/** The shopper pays on the hosted page with one of the test cards. */
export function pay(scene: Scene, sessionId: string, number: CardNumber): PayOutcome {
  const session = openSession(scene, sessionId);
  const intent = intentOf(scene, session);
  const card: Card = cards[number];
  if (card.does === "decline") return decline(scene, intent, "card_declined", card.reason ?? "");
  if (card.does === "second-step") {
    intent.status = "requires_action";
    intent.next_action = { type: "use_stripe_sdk" };
    scene.emit("payment_intent.requires_action", intent);
    return { next: "second-step" };
  }
  if (card.does === "debit") {
    intent.status = "processing";
    scene.emit("payment_intent.processing", intent);
    complete(scene, session);
    return { next: "return" };
  }
  const made = succeed(scene, session, intent);
  if (card.refunds) scene.refundEnds.set(made.id, card.refunds);
  return { next: "return" };
}

/** The shopper completes or fails the second step. */
export function answerSecondStep(scene: Scene, sessionId: string, approved: boolean): PayOutcome {
  const session = openSession(scene, sessionId);
  const intent = intentOf(scene, session);
  if (intent.status !== "requires_action") throw new StripeFault(400, "There is no second step to answer.");
  intent.next_action = null;
  if (!approved) return decline(scene, intent, "payment_intent_authentication_failure", "authentication");
  succeed(scene, session, intent);
  return { next: "return" };
}

/** A bank debit succeeds or fails. */
export function settleDebit(scene: Scene, sessionId: string, arrived: boolean): void {
  const session = sessionOf(scene, sessionId);
  const intent = intentOf(scene, session);
  if (intent.status !== "processing") throw new StripeFault(400, "No debit is under way.");
  if (arrived) {
    charge(scene, intent);
    session.payment_status = "paid";
    scene.emit("checkout.session.async_payment_succeeded", session);
    return;
  }
  decline(scene, intent, "payment_intent_payment_attempt_failed", "insufficient_funds");
  scene.emit("checkout.session.async_payment_failed", session);
}

function openSession(scene: Scene, id: string): Session {
  const session = sessionOf(scene, id);
  if (session.status !== "open") throw new StripeFault(400, `This page is ${session.status}.`);
  return session;
}

function intentOf(scene: Scene, session: Session): Intent {
  const found = session.payment_intent === null ? undefined : scene.intents.get(session.payment_intent);
  if (found) return found;
  const data = scene.intentData.get(session.id);
  const intent: Intent = {
    id: newId("pi"),
    object: "payment_intent",
    amount: session.amount_total,
    amount_capturable: 0,
    amount_received: 0,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: data?.captureMethod ?? "automatic",
    created: scene.now(),
    currency: session.currency,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: data?.metadata ?? {},
    next_action: null,
    payment_method_types: ["card"],
    status: "requires_payment_method",
  };
  scene.intents.set(intent.id, intent);
  session.payment_intent = intent.id;
  scene.emit("payment_intent.created", intent);
  return intent;
}

function succeed(scene: Scene, session: Session, intent: Intent): Charge {
  const made = charge(scene, intent);
  // A session with a payment that is only authorized stays unpaid.
  if (intent.status === "succeeded") session.payment_status = "paid";
  complete(scene, session);
  return made;
}

function complete(scene: Scene, session: Session): void {
  session.status = "complete";
  session.url = null;
  for (const { coupon: id } of session.discounts) {
    const coupon = scene.coupons.get(id);
    if (coupon) coupon.times_redeemed += 1;
  }
  scene.emit("checkout.session.completed", session);
}

function charge(scene: Scene, intent: Intent): Charge {
  const isCaptured = intent.capture_method === "automatic";
  const made = newCharge(scene, intent, { paid: true, captured: isCaptured, status: "succeeded" });
  made.amount_captured = isCaptured ? intent.amount : 0;
  intent.last_payment_error = null;
  intent.amount_received = made.amount_captured;
  intent.amount_capturable = isCaptured ? 0 : intent.amount;
  intent.status = isCaptured ? "succeeded" : "requires_capture";
  scene.emit("charge.succeeded", made);
  scene.emit(isCaptured ? "payment_intent.succeeded" : "payment_intent.amount_capturable_updated", intent);
  return made;
}

function decline(scene: Scene, intent: Intent, code: string, reason: string): PayOutcome {
  const message = declineWords[reason] ?? "Your card was declined.";
  const failed = newCharge(scene, intent, { paid: false, captured: false, status: "failed" });
  Object.assign(failed, { failure_code: code, failure_message: message });
  intent.status = "requires_payment_method";
  intent.last_payment_error = { type: "card_error", code, decline_code: reason, message };
  scene.emit("charge.failed", failed);
  scene.emit("payment_intent.payment_failed", intent);
  return { next: "declined", message };
}

function newCharge(
  scene: Scene,
  intent: Intent,
  state: Pick<Charge, "paid" | "captured" | "status">,
): Charge {
  const made: Charge = {
    id: newId("ch"),
    object: "charge",
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    created: scene.now(),
    currency: intent.currency,
    disputed: false,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: { ...intent.metadata },
    payment_intent: intent.id,
    refunded: false,
    ...state,
  };
  scene.charges.set(made.id, made);
  intent.latest_charge = made.id;
  return made;
}
