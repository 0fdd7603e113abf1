import { type Cart, type ContactInput, contactInput } from "#lib/commerce/cart/index.ts";

/** What the contact section posts. */
export const contactForm = contactInput.pick({ email: true });

/** The contact with another address: name and phone number come with the delivery, and stay. */
export function contactWith(email: string, cart: Cart | null): ContactInput {
  const { contactName: name, phone } = cart ?? {};
  return { email, ...(name && { name }), ...(phone && { phone }) };
}
