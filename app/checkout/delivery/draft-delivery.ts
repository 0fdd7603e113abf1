"use server";

import { carts } from "#lib/commerce/cart/index.ts";
import { country } from "#lib/platform/address.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { noteReached } from "#lib/platform/http/reached.ts";
import { id } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import {
  countingPart,
  filledIn,
  readDelivery,
  recipientForm,
  wordErrors,
} from "#lib/storefront/checkout/delivery-form.ts";
import { payerOf } from "#lib/storefront/checkout/payer-of.ts";
import { showAmounts } from "#lib/storefront/checkout/show-amounts.ts";
import type { Draft } from "#lib/storefront/forms/draft.ts";
import { checkForm } from "#lib/storefront/forms/form-action.ts";
import { knownFields } from "#lib/storefront/forms/known-fields.ts";
import { currentCart } from "#lib/storefront/visitor/current-cart.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { writeCart } from "#lib/storefront/visitor/write-cart.ts";

/**
 * Stores what is valid so far of the delivery section, with the totals of what is chosen, and returns the errors of the
 * rest. A limit that is reached, or a session that has ended, is reported when the section is sent.
 */
export async function draftDelivery(whole: FormData): Promise<Draft> {
  noteReached();
  const posted = knownFields(whole, recipientForm);
  const form = readDelivery(posted);
  const read = await checkForm(countingPart(form), recipientForm);
  const draft = { error: await wordErrors(read.error ?? {}, form), filled: filledIn(form, posted) };
  const to = country.safeParse(form.get("shippingAddress.country"));
  const [before, { actor }] = await Promise.all([currentCart(), currentContext()]);
  if (!before || actor.type === "none" || !to.success) return { ...draft, kept: false };
  const { data: shippingMethodId } = id.safeParse(form.get("shippingMethodId"));
  const known = {
    country: to.data,
    shippingMethodId,
    to: read.value && { ...read.value, ...payerOf(read.value, actor) },
  };
  try {
    const { cart } = await writeCart((ctx, handle) =>
      perform(carts.draftDelivery, ctx, { cart: handle, draft: known }),
    );
    showAmounts(before, cart);
    return { ...draft, kept: Boolean(read.value) };
  } catch (error) {
    if (isDomainError(error)) return { ...draft, kept: false };
    throw error;
  }
}
