"use server";

import { redirect } from "next/navigation";
import { contactInput } from "#lib/commerce/cart/index.ts";
import { guests } from "#lib/guest-checkout/index.ts";
import { mayBePhone } from "#lib/platform/phone.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { cartHandle, rememberCart } from "#lib/storefront/cart-cookie.ts";
import { nextStepPath } from "#lib/storefront/checkout-steps.ts";
import { ensureShopper } from "#lib/storefront/ensure-shopper.ts";
import { formAction } from "#lib/storefront/form-action.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";

/** The country is not known yet, so a phone number only has to look like one. */
const contactForm = contactInput.extend({
  phone: contactInput.shape.phone.refine((phone) => !phone || mayBePhone(phone), "Not a phone number"),
});

/** Stores the contact. An existing account is a hint for the next step, never a gate. */
export const saveContact = formAction(contactForm, async (contact) => {
  requireGuests();
  const ctx = await ensureShopper();
  const captured = await perform(guests.captureContact, ctx, { cart: await cartHandle(), contact });
  await rememberCart(captured.cart);
  const known = captured.contact.accountExists && ctx.actor.type === "anonymous";
  const next = await nextStepPath(captured.cart);
  redirect(known ? `${next}?account=known` : next);
});
