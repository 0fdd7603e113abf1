import type { Context } from "#lib/platform/context.ts";
import { suggestEmail } from "#lib/platform/suggest-email.ts";
import type { Cart } from "../cart.ts";
import { setContact } from "./set-contact.ts";

/** Replaces the contact's address with the one that was probably meant, if there is one. */
export async function correctEmail(ctx: Context, cart: Cart): Promise<Cart> {
  const email = cart.email && suggestEmail(cart.email);
  if (!email) return cart;
  const { contactName: name, phone } = cart;
  return setContact(ctx, cart, { email, ...(name && { name }), ...(phone && { phone }) });
}
