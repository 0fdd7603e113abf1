import * as z from "zod";
import { checkAmount } from "./currencies.ts";
import { StripeFault } from "./fault.ts";
import { newId } from "./ids.ts";
import { amount, currency, expand, integer, metadata, text } from "./session-params.ts";
import type { Coupon, Scene } from "./state.ts";

export const couponParams = z.strictObject({
  id: text(200).optional(),
  amount_off: amount,
  currency,
  duration: z.enum(["forever", "once", "repeating"]).default("once"),
  max_redemptions: integer(1, 1_000_000).optional(),
  name: text(40).optional(),
  redeem_by: integer(0, 99_999_999_999).optional(),
  metadata: metadata.optional(),
  expand,
});

export function createCoupon(scene: Scene, params: z.output<typeof couponParams>): Coupon {
  const id = params.id ?? newId("coupon");
  checkAmount(params.amount_off, params.currency, "amount_off");
  if (scene.coupons.has(id))
    throw new StripeFault(400, `Coupon already exists.`, { code: "resource_already_exists", param: "id" });
  const coupon: Coupon = {
    id,
    object: "coupon",
    amount_off: params.amount_off,
    created: scene.now(),
    currency: params.currency,
    duration: params.duration,
    livemode: false,
    max_redemptions: params.max_redemptions ?? null,
    name: params.name ?? null,
    redeem_by: params.redeem_by ?? null,
    times_redeemed: 0,
    valid: true,
  };
  scene.coupons.set(id, coupon);
  return coupon;
}
