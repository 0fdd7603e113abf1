"use server";

import { redirect } from "next/navigation";
import { contactInput } from "#lib/commerce/cart/index.ts";
import { guests } from "#lib/guest-checkout/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { cartHandle, rememberCart } from "#lib/storefront/cart-cookie.ts";
import { nextStepPath } from "#lib/storefront/checkout-steps.ts";
import { currentCart } from "#lib/storefront/current-cart.ts";
import { ensureShopper } from "#lib/storefront/ensure-shopper.ts";
import { formAction } from "#lib/storefront/form-action.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";

/** Stores the address for the confirmation. An existing account is a hint for the next step, never a gate. */
export const saveContact = formAction(contactInput.pick({ email: true }), async ({ email }) => {
  requireGuests();
  const [ctx, known] = [await ensureShopper(), await currentCart()];
  // Name and phone number belong to the delivery, and stay.
  const { contactName: name, phone } = known ?? {};
  const contact = { email, ...(name && { name }), ...(phone && { phone }) };
  const captured = await perform(guests.captureContact, ctx, { cart: await cartHandle(), contact });
  await rememberCart(captured.cart);
  const next = await nextStepPath(captured.cart);
  const hasAccount = captured.contact.accountExists && ctx.actor.type === "anonymous";
  redirect(hasAccount ? `${next}?account=known` : next);
});
