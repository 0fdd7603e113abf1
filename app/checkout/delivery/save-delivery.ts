"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import * as z from "zod";
import { addressInput, carts, cartToken, shippingMethodInput } from "#lib/commerce/cart/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { type FormState, keepTyped, submitForm } from "#lib/storefront/form-action.ts";
import { knownFields } from "#lib/storefront/known-fields.ts";
import { withLayouts } from "#lib/storefront/with-layouts.ts";
import { writeCart } from "#lib/storefront/write-cart.ts";

const deliveryForm = addressInput.extend({
  ...shippingMethodInput.shape,
  billingSame: z.string().max(2).optional(),
  intent: z.string().max(20).optional(),
});

/**
 * Stores shipping address and method, holds the stock, and goes on to payment. Without JavaScript, the button next to
 * the country only returns the form with that country's fields.
 */
export async function saveDelivery(_previous: FormState, whole: FormData): Promise<FormState> {
  const form = knownFields(whole, deliveryForm);
  if (form.get("intent") === "country") return withLayouts(keepTyped(form, deliveryForm), form);
  const posted = form.get("billingSame") === "on" ? withoutBilling(form) : form;
  const answer = await submitForm(
    posted,
    deliveryForm,
    async (delivery) => {
      const { ctx, cart } = await writeCart((ctx, cart) =>
        perform(carts.setDelivery, ctx, { cart, delivery }),
      ).catch((error) => {
        // The page then offers the current methods.
        if (isDomainError(error, "shipping_method_not_available")) refresh();
        throw error;
      });
      // Separate from storing the address, so that a shopper who has to change the cart first does not type it again. A
      // cart with an address but without a hold is valid: placing the order checks the stock anyway.
      try {
        await perform(carts.prepareCheckout, ctx, { cart: { token: cartToken(cart.id) } });
      } catch (error) {
        if (isDomainError(error, "out_of_stock")) redirect("/cart?status=stock");
        if (isDomainError(error, "cart_empty") || isDomainError(error, "price_not_available"))
          redirect("/cart");
        throw error;
      }
      redirect("/checkout/payment");
    },
    { blame: { shipping_method_not_available: "shippingMethodId" } },
  );
  return withLayouts(answer && { ...answer, ...keepTyped(form, deliveryForm) }, form);
}

function withoutBilling(form: FormData): FormData {
  const kept = new FormData();
  for (const [name, value] of form) if (!name.startsWith("billingAddress.")) kept.append(name, value);
  return kept;
}
