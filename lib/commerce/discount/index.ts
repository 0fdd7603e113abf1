export { amountsOff, type Coupon, coupon, type Discount, type Refusal, refusalOf } from "./evaluate.ts";
export { findApplicableDiscount } from "./find-applicable.ts";
export { findDiscounts } from "./find-discounts.ts";
export { moveDiscountUses } from "./move-uses.ts";
export { refused } from "./refused.ts";
export { releaseDiscountUses } from "./release-uses.ts";
export { discountFields } from "./search-discounts.ts";
export { couponsOf } from "./used-before.ts";
export { discounts } from "./verbs.ts";
