import type * as z from "zod";
import { type Addresses, deliveryColumns } from "#lib/commerce/cart/index.ts";
import { type AddressField, renamed, type Scalar } from "#lib/platform/filter/index.ts";
import { wireAddress } from "../query/address-fields.ts";
import { addressDraft, fromWireAddress, toWireAddress, type WireAddress, withoutBlanks } from "./address.ts";

/** The shipping address of a cart or an order. On the wire it contains the note for the driver. */
export type Destination = Pick<Addresses, "shippingAddress" | "deliveryNote">;

export const shippingAddressDraft = addressDraft.extend({
  additionalAddressInfo: deliveryColumns.deliveryNote.input.nullish(),
});

/** The address, and the note for the driver that comes with it as `additionalAddressInfo`. */
export function fromShippingAddress(
  draft: z.output<typeof shippingAddressDraft> | null | undefined,
): Destination {
  if (!draft) return { shippingAddress: null, deliveryNote: null };
  const { additionalAddressInfo: deliveryNote = null, ...address } = draft;
  return { shippingAddress: fromWireAddress(address), deliveryNote };
}

/** Null without a shipping address. */
export function toShippingAddress({ shippingAddress, deliveryNote }: Destination): WireAddress | null {
  if (!shippingAddress) return null;
  return { ...toWireAddress(shippingAddress), ...withoutBlanks({ additionalAddressInfo: deliveryNote }) };
}

/** Its fields for `where` and `sort`, from those of a cart or an order. */
export function shippingAddressFields(sale: { shippingAddress: AddressField; deliveryNote: Scalar }) {
  const address = wireAddress(sale.shippingAddress);
  return renamed(address, { ...address.fields, additionalAddressInfo: sale.deliveryNote });
}
