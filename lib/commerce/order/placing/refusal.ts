import { outOfStock } from "#lib/commerce/cart/index.ts";
import { refused } from "#lib/commerce/discount/index.ts";
import type { DomainError } from "#lib/platform/errors.ts";
import { cartChanged } from "./check-shown.ts";
import type { Purchase } from "./compose-order.ts";
import type { Outcome } from "./write-order.ts";

/** Why nothing was written: cart_changed, out_of_stock naming every short line, or coupon_not_applicable. */
export function reasonOf(
  { cart, short, refused: coupons }: Outcome,
  { cart: was, priced }: Purchase,
): DomainError {
  const left = new Map(short.map(({ variantId, available }) => [variantId, available]));
  const shortages = was.lines.flatMap((line) => {
    const available = left.get(line.variantId);
    return available === undefined ? [] : [{ ...line, requested: line.quantity, available }];
  });
  if (shortages.length > 0) return outOfStock(shortages);
  const [first] = coupons;
  const coupon = priced.coupons.find(({ discount }) => discount.id === first?.discountId);
  if (first && coupon) return refused(coupon.discount.code, first.reason);
  return cartChanged([{ what: "version", was: was.version, is: cart?.version ?? 0 }]);
}
