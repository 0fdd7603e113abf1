import { type Cart, deliveryColumns } from "#lib/commerce/cart/index.ts";
import type { Address } from "#lib/platform/address.ts";
import { pick } from "#lib/platform/database/columns.ts";

type Delivery = Pick<Cart, keyof typeof deliveryColumns> & { shippingMethod: { id: string } | null };

/** A cart's delivery, to an entry of the address book instead. All but the address and the phone number stays. */
export function deliveryTo({ phone, ...shippingAddress }: Address, cart: Delivery) {
  return {
    country: shippingAddress.country,
    shippingMethodId: cart.shippingMethod?.id,
    to: { ...pick(cart, deliveryColumns), shippingAddress, phone },
  };
}
