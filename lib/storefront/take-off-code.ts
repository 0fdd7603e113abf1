import { type CouponInput, removeCoupon } from "#lib/commerce/cart/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { writeCart } from "./write-cart.ts";

/** Takes a coupon off the visitor's cart. One that another tab has taken off already is off. Only in actions. */
export async function takeOffCode(input: CouponInput): Promise<void> {
  try {
    await writeCart((ctx, cart) => removeCoupon(ctx, cart, input));
  } catch (error) {
    if (!isDomainError(error, "not_found")) throw error;
  }
}
