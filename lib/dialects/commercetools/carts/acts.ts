import { type Act, acts } from "#lib/platform/limits/index.ts";
import type { CartAction, CartDraft } from "./schemas.ts";

type Update = { actions: readonly CartAction[] };
type Draft = Pick<CartDraft, "customerEmail" | "discountCodes">;

/** What a draft does beside making a cart: every coupon in it is a try at one. */
export function actsInDraft({ customerEmail, discountCodes }: Draft): readonly Act[] {
  return [
    ...(customerEmail ? [acts.captureContact] : []),
    ...(discountCodes ?? []).map(() => acts.enterCoupon),
  ];
}

/** The address in the contact of an update: the last one stays. */
export function addressInUpdate({ actions }: Update): string | null | undefined {
  return actions.flatMap((each) => (each.action === "setCustomerEmail" ? [each.email] : [])).at(-1);
}

/** The same for the actions of an update. */
export function actsInUpdate({ actions }: Update): readonly Act[] {
  const givesContact = actions.some(({ action }) => action === "setCustomerEmail");
  return [
    ...(givesContact ? [acts.captureContact] : []),
    ...actions.flatMap(({ action }) => (action === "addDiscountCode" ? [acts.enterCoupon] : [])),
  ];
}
