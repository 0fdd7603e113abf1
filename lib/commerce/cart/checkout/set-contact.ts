import { couponsOf } from "#lib/commerce/discount/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { type RowOf, withBlanks } from "#lib/platform/database/columns.ts";
import { normalizePhone } from "#lib/platform/phone.ts";
import type { Cart } from "../cart.ts";
import { contactColumns } from "../columns.ts";
import type { ContactInput } from "../schemas.ts";

/**
 * Replaces the contact for the order. The phone number is read as one of the shipping country; until that is known, it
 * needs a country code. Coupons that this person has used up no longer apply.
 */
export function setContact(ctx: Context, cart: Cart, input: ContactInput): Promise<Cart> {
  const { email, name = null, phone } = input;
  return withContact(ctx, cart, {
    email,
    contactName: name,
    phone: phone ? normalizePhone(phone, cart.shippingAddress?.country ?? "") : null,
  });
}

/** Removes the contact. */
export function clearContact(ctx: Context, cart: Cart): Promise<Cart> {
  return withContact(ctx, cart, withBlanks(contactColumns, {}));
}

async function withContact(ctx: Context, cart: Cart, contact: RowOf<typeof contactColumns>): Promise<Cart> {
  const after = { ...cart, ...contact };
  return { ...after, coupons: await couponsOf(ctx, after, cart.coupons) };
}
