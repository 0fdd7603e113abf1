import { getBookedAddress } from "#lib/commerce/customer/index.ts";
import { withBlanks } from "#lib/platform/columns.ts";
import type { Context } from "#lib/platform/context.ts";
import { normalizePhone } from "#lib/platform/phone.ts";
import type { Cart } from "./cart.ts";
import { deliveryColumns } from "./columns.ts";
import { repriceCart } from "./reprice-cart.ts";
import type { AddressInput } from "./schemas.ts";

/**
 * Says where the goods go, in full or by an entry of the customer's address book; without a billing address the
 * bill goes there too. Another country means other prices, taxes and shipping methods: a method that does not
 * go there is no longer chosen. @throws unauthenticated, not_found for an entry that is not the caller's
 */
export async function setAddress(ctx: Context, cart: Cart, input: AddressInput): Promise<Cart> {
  const said =
    "addressId" in input
      ? {
          ...input,
          shippingAddress: await getBookedAddress(ctx, { id: input.addressId }),
          billingAddress: null,
        }
      : input;
  const { country } = said.shippingAddress;
  const after = {
    ...cart,
    ...withBlanks(deliveryColumns, { ...said, country }),
    // The contact came before the country that its number is dialled in.
    phone: cart.phone && normalizePhone(cart.phone, country),
  };
  return country === cart.country ? after : repriceCart(ctx, after);
}
