"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { carts, cartToken } from "#lib/commerce/cart/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { nextStepPath, requireCart } from "#lib/storefront/checkout/checkout-steps.ts";
import {
  countingPart,
  deliveryForm,
  readDelivery,
  wordErrors,
} from "#lib/storefront/checkout/delivery-form.ts";
import { payerOf } from "#lib/storefront/checkout/payer-of.ts";
import { type FormState, keepTyped, submitForm } from "#lib/storefront/forms/form-action.ts";
import { withLayouts } from "#lib/storefront/forms/with-layouts.ts";
import { writeCart } from "#lib/storefront/visitor/write-cart.ts";
import { draftDelivery } from "./draft-delivery.ts";
import { loadCountries } from "./load-countries.ts";

/**
 * Stores where the order goes and how, holds the stock, and goes on to payment. Without scripts, the buttons "Update"
 * only return the form with the fields of its country and the totals of what is chosen, and another one with those of a
 * billing address.
 */
export async function saveDelivery(_previous: FormState, whole: FormData): Promise<FormState> {
  const form = readDelivery(whole);
  const intent = form.get("intent");
  if (intent === "billing") form.delete("billingSame");
  if (intent === "update" || intent === "billing") {
    await draftDelivery(form);
    return withAddressParts(keepTyped(form, deliveryForm), form);
  }
  const answer = await submitForm(
    countingPart(form),
    deliveryForm,
    async (delivery) => {
      await requireCart();
      const { ctx, cart } = await writeCart((ctx, cart) =>
        perform(carts.setDelivery, ctx, { cart, delivery: { ...delivery, ...payerOf(delivery, ctx.actor) } }),
      ).catch(async (error) => {
        // The page then offers the methods of the country, with the totals of the first.
        if (isDomainError(error, "shipping_method_not_available")) {
          await draftDelivery(form);
          refresh();
        }
        throw error;
      });
      // Separate from storing the address, so that a shopper who has to change the cart first does not type it again. A
      // cart with an address but without a hold is valid: placing the order checks the stock anyway.
      try {
        await perform(carts.prepareCheckout, ctx, { cart: { token: cartToken(cart.id) } });
      } catch (error) {
        if (isDomainError(error, "out_of_stock")) redirect("/cart?status=stock");
        if (isDomainError(error, "cart_empty", "price_not_available")) redirect("/cart");
        throw error;
      }
      redirect(await nextStepPath(cart));
    },
    { blame: { shipping_method_not_available: "shippingMethodId" } },
  );
  const error = answer.error && (await wordErrors(answer.error, form));
  return withAddressParts({ ...answer, ...keepTyped(form, deliveryForm), ...(error && { error }) }, form);
}

/** With the layouts of the posted countries and, if a billing address is asked for, the list of all countries. */
async function withAddressParts(state: NonNullable<FormState>, form: FormData): Promise<FormState> {
  const isSame = form.get("billingSame") === "on";
  return withLayouts(isSame ? state : { ...state, countries: await loadCountries() }, form);
}
