"use server";

import { redirect } from "next/navigation";
import { guests } from "#lib/guest-checkout/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { nextStepPath, requireCart } from "#lib/storefront/checkout/checkout-steps.ts";
import { formAction } from "#lib/storefront/forms/form-action.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";
import { cartHandle, rememberCart } from "#lib/storefront/visitor/cart-cookie.ts";
import { ensureShopper } from "#lib/storefront/visitor/ensure-shopper.ts";
import { contactForm, contactWith } from "./contact-form.ts";

/** Stores the address for the confirmation. An existing account is a hint for the next step, never a gate. */
export const saveContact = formAction(contactForm, async ({ email }) => {
  requireGuests();
  const cart = await requireCart();
  const ctx = await ensureShopper();
  const contact = contactWith(email, cart);
  const captured = await perform(guests.captureContact, ctx, { cart: await cartHandle(), contact });
  await rememberCart(captured.cart);
  const next = await nextStepPath(captured.cart);
  const hasAccount = captured.contact.accountExists && ctx.actor.type === "anonymous";
  redirect(hasAccount ? `${next}?account=known` : next);
});
