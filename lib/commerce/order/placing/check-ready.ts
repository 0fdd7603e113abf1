import { type Cart, checkLines, isEmpty } from "#lib/commerce/cart/index.ts";
import type { Shopper } from "#lib/platform/context.ts";
import { DomainError } from "#lib/platform/errors.ts";

/** What a dialect requires before an order is placed. An address is always required. */
export type Needs = { contact: boolean; shippingMethod: boolean };

/**
 * @throws cart_empty, contact_required, address_required, shipping_method_required, price_not_available, out_of_stock:
 * the first problem found
 */
export function checkReady(cart: Cart, shopper: Shopper, needs: Needs): void {
  if (isEmpty(cart)) throw new DomainError("cart_empty", "The cart is empty");
  if (needs.contact && shopper.type === "anonymous" && !cart.email) {
    throw new DomainError("contact_required", "Say where to send the confirmation");
  }
  if (!cart.shippingAddress) throw new DomainError("address_required", "Shipping address is not set.");
  if (needs.shippingMethod && !cart.shippingMethod) {
    throw new DomainError("shipping_method_required", "Choose how the order is sent");
  }
  checkLines(cart);
}
