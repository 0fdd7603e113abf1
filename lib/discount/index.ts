export { claimDiscountUses, releaseDiscountUses } from "./claim-uses.ts";
export { amountsOff, type Discount, refusalOf } from "./evaluate.ts";
export { checkNotRunOut, findApplicableDiscount } from "./find-applicable.ts";
export { findDiscounts } from "./find-discounts.ts";
export { moveDiscountUses } from "./move-uses.ts";
