import type { Context } from "#lib/context.ts";
import { normalizePhone } from "#lib/phone.ts";
import type { Cart } from "./cart.ts";
import type { ContactInput } from "./schemas.ts";

/**
 * Whom to write to about the order. The latest contact counts, whole; nothing is kept of an earlier one. A phone
 * number is read as one of the cart's country.
 */
export function setContact(_ctx: Context, cart: Cart, input: ContactInput): Cart {
  const { email, name = null, phone } = input;
  return { ...cart, email, contactName: name, phone: phone ? normalizePhone(phone, cart.country) : null };
}
