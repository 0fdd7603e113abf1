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

/** @throws cart_changed when the cart is another version than the caller saw */
export function checkVersion(cart: Cart, priced: PricedCart, { cartVersion, expected }: Seen): void {
  if (cartVersion === undefined || cartVersion === cart.version) return;
  const moved = differencesFrom({ ...cart.shown, ...expected }, sumsOf(priced));
  throw cartChanged([{ what: "version", was: cartVersion, is: cart.version }, ...moved]);
}

/**
 * Nobody is charged what nobody has seen: holds what the cart comes to now against the sums that the caller says
 * it saw, else against what the cart's last answer said.
 * @throws cart_changed with what moved; coupon_not_applicable when a coupon ran out and the caller sent no sums
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

export function cartChanged(differences: Difference[]): DomainError {
  return new DomainError("cart_changed", "The cart has changed. Look at it before you order.", {
    details: differences,
  });
}

/** A coupon that has come to its end says so by its name. */
function checkNotRunOut({ coupons }: PricedCart): void {
  for (const { discount, refusal } of coupons) {
    if (refusal && runOut.includes(refusal)) throw refused(discount.code, refusal);
  }
}
