import { getBookedAddress } from "#lib/commerce/customer/index.ts";
import type { Address } from "#lib/platform/address.ts";
import type { Context } from "#lib/platform/context.ts";
import { type RowOf, withBlanks } from "#lib/platform/database/columns.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { normalizePhone } from "#lib/platform/phone.ts";
import type { Cart } from "../cart.ts";
import { deliveryColumns } from "../columns.ts";
import type { AddressInput } from "../schemas.ts";
import { repriceCart } from "../totals/reprice-cart.ts";

/** A cart's addresses, and its note for the driver. */
export type Addresses = Omit<RowOf<typeof deliveryColumns>, "country">;

/**
 * Sets the given addresses; null clears one, the others stay. Without a billing address, the shipping address is used.
 * A new country changes prices, taxes and shipping methods; a method that does not serve it is no longer chosen.
 */
export async function setAddresses(ctx: Context, cart: Cart, given: Partial<Addresses>): Promise<Cart> {
  const country = given.shippingAddress?.country ?? cart.country;
  const after = {
    ...cart,
    ...given,
    country,
    // The phone number may have been entered before its country was known.
    phone: given.shippingAddress ? cart.phone && normalizePhone(cart.phone, country) : cart.phone,
  };
  return country === cart.country ? after : repriceCart(ctx, after);
}

/**
 * Sets all of them: the shipping address in full or as an entry of the customer's address book, and what is left out is
 * cleared. @throws unauthenticated for an entry if nobody is signed in, not_found for an entry that is not the caller's
 */
export async function setAddress(ctx: Context, cart: Cart, input: AddressInput): Promise<Cart> {
  const given =
    "addressId" in input
      ? { ...input, shippingAddress: await bookedAddress(ctx, input.addressId), billingAddress: null }
      : input;
  const { country: _, ...addresses } = withBlanks(deliveryColumns, { ...given, country: "" });
  return setAddresses(ctx, cart, addresses);
}

async function bookedAddress(ctx: Context, id: string): Promise<Address> {
  const { actor } = ctx;
  if (actor.type !== "customer") throw new DomainError("unauthenticated", "Sign in to your account first");
  return getBookedAddress({ ...ctx, actor }, { id });
}
