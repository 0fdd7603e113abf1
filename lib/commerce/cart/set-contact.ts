import { couponsOf } from "#lib/commerce/discount/index.ts";
import { type RowOf, withBlanks } from "#lib/platform/columns.ts";
import type { Context } from "#lib/platform/context.ts";
import { normalizePhone } from "#lib/platform/phone.ts";
import type { Cart } from "./cart.ts";
import { contactColumns } from "./columns.ts";
import type { ContactInput } from "./schemas.ts";

/**
 * Whom to write to about the order. The latest contact counts, whole; nothing is kept of an earlier one. A phone
 * number is read as one of the country that the goods go to; before that is known, only with a country code. Coupons
 * that this person has used up take nothing off from here on.
 */
export function setContact(ctx: Context, cart: Cart, input: ContactInput): Promise<Cart> {
  const { email, name = null, phone } = input;
  return withContact(ctx, cart, {
    email,
    contactName: name,
    phone: phone ? normalizePhone(phone, cart.shippingAddress?.country ?? "") : null,
  });
}

/** Nobody to write to any more. */
export function clearContact(ctx: Context, cart: Cart): Promise<Cart> {
  return withContact(ctx, cart, withBlanks(contactColumns, {}));
}

async function withContact(ctx: Context, cart: Cart, contact: RowOf<typeof contactColumns>): Promise<Cart> {
  const after = { ...cart, ...contact };
  return { ...after, coupons: await couponsOf(ctx, after, cart.coupons) };
}
