import { findApplicableDiscount } from "#lib/commerce/discount/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { DomainError, notFound } from "#lib/platform/errors.ts";
import type { Cart } from "../cart.ts";
import type { CouponInput } from "../schemas.ts";
import { priceCart } from "./totals.ts";

const maxCoupons = 10;

/** Adds a coupon. Idempotent. @throws coupon_not_applicable */
export async function applyCoupon(ctx: Context, cart: Cart, input: CouponInput): Promise<Cart> {
  const { subtotal } = priceCart(cart).totals;
  const discount = await findApplicableDiscount(ctx, { code: input.code, cart: { ...cart, subtotal } });
  if (cart.coupons.some((coupon) => coupon.id === discount.id)) return cart;
  if (cart.coupons.length >= maxCoupons) {
    throw new DomainError("coupon_not_applicable", `A cart takes at most ${maxCoupons} coupons`);
  }
  return { ...cart, coupons: [...cart.coupons, discount] };
}

/** @throws not_found if the cart does not have this coupon */
export function removeCoupon(_ctx: Context, cart: Cart, input: CouponInput): Cart {
  const code = input.code.toUpperCase();
  if (!cart.coupons.some((coupon) => coupon.code === code)) throw notFound("Coupon");
  return { ...cart, coupons: cart.coupons.filter((coupon) => coupon.code !== code) };
}
