import type * as z from "zod";
import { listShippingMethods } from "#lib/commerce/shipping/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { normalizePhone } from "#lib/platform/phone.ts";
import type { Cart } from "../cart.ts";
import type { addressInput, deliveryDraft, deliveryInput, recipientInput } from "../schemas.ts";
import { setAddress } from "./set-address.ts";
import { setCountry } from "./set-country.ts";
import { setShippingMethod } from "./set-shipping-method.ts";

type Recipient = z.output<typeof recipientInput>;
type To = z.output<typeof addressInput> & Recipient;

/**
 * Sets where an order goes, to whom, and how. @throws shipping_method_not_available if the method does not serve the
 * address's country
 */
export async function setDelivery(
  ctx: Context,
  cart: Cart,
  { shippingMethodId, ...to }: z.output<typeof deliveryInput>,
): Promise<Cart> {
  return setShippingMethod(ctx, await setRecipient(ctx, cart, to), { shippingMethodId });
}

/**
 * Stores what is valid so far of a delivery, with the totals of its country. An address in another country is removed
 * from the cart, and a method that does not serve the country is replaced by the first that does.
 */
export async function draftDelivery(
  ctx: Context,
  cart: Cart,
  { country, shippingMethodId, to }: z.output<typeof deliveryDraft>,
): Promise<Cart> {
  const there = to ? await setRecipient(ctx, cart, to) : await moveTo(ctx, cart, country);
  const methods = await listShippingMethods(ctx, there);
  const chosen = methods.find(({ id }) => id === shippingMethodId) ?? methods[0] ?? null;
  return { ...there, shippingMethod: chosen };
}

async function setRecipient(ctx: Context, cart: Cart, { contactName, phone, ...address }: To): Promise<Cart> {
  const there = await setAddress(ctx, cart, address);
  return {
    ...there,
    contactName: contactName ?? there.contactName,
    phone: phone ? normalizePhone(phone, there.country) : null,
  };
}

async function moveTo(ctx: Context, cart: Cart, country: string): Promise<Cart> {
  if (cart.country === country) return cart;
  return setCountry(ctx, { ...cart, shippingAddress: null }, country);
}
