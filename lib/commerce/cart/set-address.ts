import { getBookedAddress } from "#lib/commerce/customer/index.ts";
import type { Address } from "#lib/platform/address.ts";
import { withBlanks } from "#lib/platform/columns.ts";
import type { Context } from "#lib/platform/context.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { normalizePhone } from "#lib/platform/phone.ts";
import type { Cart } from "./cart.ts";
import { deliveryColumns } from "./columns.ts";
import { repriceCart } from "./reprice-cart.ts";
import type { AddressInput } from "./schemas.ts";

/**
 * Sets the shipping address, given in full or as an entry of the customer's address book. It is the billing address
 * too, unless another is given. A new country changes prices, taxes and shipping methods; a method that does not serve
 * it is no longer chosen. @throws unauthenticated for an entry if nobody is signed in, not_found for an entry that is not the caller's
 */
export async function setAddress(ctx: Context, cart: Cart, input: AddressInput): Promise<Cart> {
  const given =
    "addressId" in input
      ? { ...input, shippingAddress: await bookedAddress(ctx, input.addressId), billingAddress: null }
      : input;
  const { country } = given.shippingAddress;
  const after = {
    ...cart,
    ...withBlanks(deliveryColumns, { ...given, country }),
    // The phone number may have been entered before its country was known.
    phone: cart.phone && normalizePhone(cart.phone, country),
  };
  return country === cart.country ? after : repriceCart(ctx, after);
}

async function bookedAddress(ctx: Context, id: string): Promise<Address> {
  const { actor } = ctx;
  if (actor.type !== "customer") throw new DomainError("unauthenticated", "Sign in to your account first");
  return getBookedAddress({ ...ctx, actor }, { id });
}
