import type { Destination } from "#lib/commerce/cart/index.ts";
import type { AddressField } from "#lib/platform/filter/index.ts";
import { wireAddress } from "../query/address-fields.ts";
import {
  type AddressDraft,
  addressDraft,
  fromWireAddress,
  toWireAddress,
  type WireAddress,
} from "./address.ts";

// Where a cart's or an order's goods go, which the wire says in one address.

export const shippingAddressDraft = addressDraft;

export function fromShippingAddress(draft: AddressDraft | null | undefined): Destination {
  return { shippingAddress: draft ? fromWireAddress(draft) : null };
}

/** Null while nobody has said where the goods go. */
export function toShippingAddress({ shippingAddress }: Destination): WireAddress | null {
  return shippingAddress && toWireAddress(shippingAddress);
}

/** What `where` and `sort` may name of it, made of the fields of a cart or an order. */
export function shippingAddressFields({ shippingAddress }: { shippingAddress: AddressField }) {
  return wireAddress(shippingAddress);
}
