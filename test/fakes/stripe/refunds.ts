import * as z from "zod";
import { checkAmount } from "./currencies.ts";
import { isChargedBack } from "./disputes.ts";
import { StripeFault } from "./fault.ts";
import { newId } from "./ids.ts";
import { chargeOf, intentById } from "./intents.ts";
import { amount, expand, metadata, text } from "./session-params.ts";
import type { Refund, RefundEnd, Scene } from "./state.ts";

export const refundParams = z.strictObject({
  payment_intent: text(200),
  amount: amount.optional(),
  reason: z.enum(["duplicate", "fraudulent", "requested_by_customer"]).optional(),
  metadata: metadata.optional(),
  expand,
});

/** How long a bank takes to carry out a refund, or to return it. */
const bankSeconds = 30;

/** Ends the refunds of cards whose bank takes its time. */
export function endRefunds(scene: Scene): void {
  for (const refund of scene.refunds.values()) {
    const end = scene.refundEnds.get(refund.charge);
    if (end && refund.created + bankSeconds <= scene.now()) endRefund(scene, refund, end);
  }
}

function endRefund(scene: Scene, refund: Refund, end: RefundEnd): void {
  const status = end === "late" ? "succeeded" : "failed";
  if (refund.status === status) return;
  refund.status = status;
  if (status === "failed") {
    refund.failure_reason = "expired_or_canceled_card";
    const charge = scene.charges.get(refund.charge);
    if (charge)
      Object.assign(charge, { amount_refunded: charge.amount_refunded - refund.amount, refunded: false });
  }
  scene.emit("refund.updated", refund);
  if (status === "failed") scene.emit("refund.failed", refund);
}

/** Refunds up to the captured amount minus earlier refunds. */
export function createRefund(scene: Scene, params: z.output<typeof refundParams>): Refund {
  const intent = intentById(scene, params.payment_intent);
  const charge = chargeOf(scene, intent);
  if (!charge?.captured) {
    throw new StripeFault(
      400,
      `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
      { param: "payment_intent" },
    );
  }
  if (isChargedBack(scene, intent.id))
    throw new StripeFault(400, `Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: "charge_disputed",
    });
  const left = charge.amount - charge.amount_refunded;
  if (left === 0) {
    throw new StripeFault(400, `Charge ${charge.id} has already been refunded.`, {
      code: "charge_already_refunded",
    });
  }
  const given = params.amount ?? left;
  checkAmount(given, charge.currency, "amount");
  if (given === 0) throw new StripeFault(400, "Invalid positive integer", { param: "amount" });
  if (given > left) {
    throw new StripeFault(
      400,
      `Refund amount (${given} ${charge.currency}) is greater than unrefunded amount on charge (${left} ${charge.currency})`,
      { param: "amount" },
    );
  }
  const refund: Refund = {
    id: newId("re"),
    object: "refund",
    amount: given,
    charge: charge.id,
    created: scene.now(),
    currency: charge.currency,
    metadata: params.metadata ?? {},
    payment_intent: intent.id,
    reason: params.reason ?? null,
    status: scene.refundEnds.get(charge.id) === "late" ? "pending" : "succeeded",
  };
  scene.refunds.set(refund.id, refund);
  charge.amount_refunded += given;
  charge.refunded = charge.amount_refunded === charge.amount;
  scene.emit("refund.created", refund);
  scene.emit("charge.refunded", charge);
  return refund;
}
