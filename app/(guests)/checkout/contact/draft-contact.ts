"use server";

import { getTranslations } from "next-intl/server";
import { guests } from "#lib/guest-checkout/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { noteReached } from "#lib/platform/http/reached.ts";
import { suggestEmail } from "#lib/platform/suggest-email.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { showAmounts } from "#lib/storefront/checkout/show-amounts.ts";
import type { Draft } from "#lib/storefront/forms/draft.ts";
import { checkForm } from "#lib/storefront/forms/form-action.ts";
import { knownFields } from "#lib/storefront/forms/known-fields.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";
import { cartHandle } from "#lib/storefront/visitor/cart-cookie.ts";
import { currentCart } from "#lib/storefront/visitor/current-cart.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { contactForm, contactWith } from "./contact-form.ts";

/** Stores the address for the confirmation once it is valid, or asks whether it has a typo. */
export async function draftContact(whole: FormData): Promise<Draft> {
  requireGuests();
  noteReached();
  const { value, error } = await checkForm(knownFields(whole, contactForm), contactForm);
  if (error) return { error, kept: false };
  const { email } = value;
  const meant = suggestEmail(email);
  if (meant) {
    const t = await getTranslations("shop.contact");
    return {
      error: {},
      kept: false,
      meant: { name: "email", value: meant, words: t("meant", { email: meant }) },
    };
  }
  const [ctx, before] = await Promise.all([currentContext(), currentCart()]);
  if (!before || ctx.actor.type === "none") return { error: {}, kept: false };
  try {
    const contact = contactWith(email, before);
    const { cart } = await perform(guests.captureContact, ctx, { cart: await cartHandle(), contact });
    // A coupon that this person has used up no longer applies.
    showAmounts(before, cart);
    return { error: {}, kept: true };
  } catch (error) {
    if (isDomainError(error)) return { error: {}, kept: false };
    throw error;
  }
}
