import { StripeFault } from "./fault.ts";
import { newId } from "./ids.ts";
import { chargeOf, intentById } from "./intents.ts";
import type { Dispute, Scene } from "./state.ts";

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
