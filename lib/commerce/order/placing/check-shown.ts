import {
  type Cart,
  type Difference,
  differencesFrom,
  movedSinceShown,
  type PricedCart,
  type Sums,
  sumsOf,
} from "#lib/commerce/cart/index.ts";
import { type Refusal, refused } from "#lib/commerce/discount/index.ts";
import { DomainError } from "#lib/platform/errors.ts";

const runOut: readonly Refusal[] = ["not_started", "expired", "used_up", "already_used"];

type Seen = { cartVersion?: number | undefined; expected?: Partial<Sums> | undefined };

/** @throws cart_changed if the cart's version is not the one that the caller has read */
export function checkVersion(cart: Cart, priced: PricedCart, { cartVersion, expected }: Seen): void {
  if (cartVersion === undefined || cartVersion === cart.version) return;
  const moved = differencesFrom({ ...cart.shown, ...expected }, sumsOf(priced));
  throw cartChanged([{ what: "version", was: cartVersion, is: cart.version }, ...moved]);
}

/**
 * Prevents charging an amount that was not shown: compares the current amounts with those that the caller sent, or else
 * with those of the cart's last answer.
 * @throws cart_changed with the differences; coupon_not_applicable if a coupon expired and the caller sent no amounts
 */
export function checkShown(cart: Cart, priced: PricedCart, expected: Partial<Sums> | undefined): void {
  const is = sumsOf(priced);
  if (expected) {
    if (differencesFrom(expected, is).length === 0) return;
    throw cartChanged(differencesFrom({ ...cart.shown, ...expected }, is));
  }
  const moved = movedSinceShown(cart, priced);
  if (moved.length === 0) return;
  if (moved.some(({ what }) => what === "coupons")) checkNotRunOut(priced);
  throw cartChanged(moved);
}

/** The order is refused: these amounts differ from what the shopper was shown. */
export function cartChanged(differences: Difference[]): DomainError {
  return new DomainError("cart_changed", "The cart has changed. Look at it before you order.", {
    details: differences,
  });
}

/** Names an expired coupon. */
function checkNotRunOut({ coupons }: PricedCart): void {
  for (const { discount, refusal } of coupons) {
    if (refusal && runOut.includes(refusal)) throw refused(discount.code, refusal);
  }
}
