import { StripeFault } from "./fault.ts";
import { newId } from "./ids.ts";
import { chargeOf, intentById } from "./intents.ts";
import type { Dispute, Scene } from "./state.ts";

/** Whether the bank has taken the money back, or may. A charge stays marked as disputed even if the shop has won. */
export function isChargedBack(scene: Scene, intentId: string): boolean {
  return [...scene.disputes.values()].some(
    ({ payment_intent: disputed, status }) => disputed === intentId && status !== "won",
  );
}

/** The shopper's bank disputes the charge. */
export function openDispute(scene: Scene, intentId: string): Dispute {
  const intent = intentById(scene, intentId);
  const charge = chargeOf(scene, intent);
  if (!charge?.captured) throw new StripeFault(400, "Nothing was taken that could be disputed.");
  charge.disputed = true;
  const dispute: Dispute = {
    id: newId("du"),
    object: "dispute",
    amount: charge.amount_captured,
    charge: charge.id,
    created: scene.now(),
    currency: charge.currency,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: intent.id,
    reason: "fraudulent",
    status: "needs_response",
  };
  scene.disputes.set(dispute.id, dispute);
  scene.emit("charge.dispute.created", dispute);
  return dispute;
}

/** The bank decides. */
export function closeDispute(scene: Scene, intentId: string, won: boolean): void {
  for (const dispute of scene.disputes.values()) {
    if (dispute.payment_intent !== intentId || dispute.status !== "needs_response") continue;
    dispute.status = won ? "won" : "lost";
    scene.emit("charge.dispute.closed", dispute);
  }
}
