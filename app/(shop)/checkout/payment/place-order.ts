"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import * as z from "zod";
import { findCart } from "#lib/cart/index.ts";
import { DomainError, type ErrorCode, isDomainError } from "#lib/errors.ts";
import { placeOrder as place } from "#lib/order/index.ts";
import { placeOrderSpec } from "#lib/store-api/contract.ts";
import { changesSince, type Seen } from "#lib/storefront/cart-changes.ts";
import { forgetCart } from "#lib/storefront/cart-cookie.ts";
import { orderNeeds, stepPath } from "#lib/storefront/checkout-steps.ts";
import { currentContext } from "#lib/storefront/current-context.ts";
import { type FormState, submitForm } from "#lib/storefront/form-action.ts";
import { limited } from "#lib/storefront/limited.ts";
import { line } from "#lib/text.ts";

const paymentForm = z.object({
  payment: z.string().regex(/^[\w-]{1,60}:[\w-]{1,60}$/),
  cart: line(200),
  cartVersion: z.number().int().min(1),
  idempotencyKey: z.uuid(),
});

/** Where what is missing can be put right. */
const remedies: Partial<Record<ErrorCode, string>> = {
  cart_empty: "/cart",
  not_found: "/cart?status=ended",
  out_of_stock: "/cart?status=stock",
  price_not_available: "/cart",
  contact_required: stepPath("contact"),
  address_required: stepPath("delivery"),
  shipping_method_required: stepPath("delivery"),
};

/**
 * Places the order that the shopper saw: `seen` says what that was. A double click, a reload and a second tab
 * lead to the same order; a declined payment leaves everything as it was.
 */
export async function placeOrder(seen: Seen, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, paymentForm, async ({ payment, cart: token, cartVersion, idempotencyKey }) => {
    const ctx = await currentContext();
    const [paymentProvider = "", paymentMethod] = payment.split(":");
    const wanted = {
      cart: { token },
      paymentProvider,
      paymentMethod,
      cartVersion,
      idempotencyKey,
      needs: orderNeeds(),
    };
    try {
      const { order } = await limited(placeOrderSpec.limits, ctx, {}, () => place(ctx, wanted));
      await forgetCart();
      redirect(`/checkout/placed/${order.id}`);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      const remedy = remedies[error.code];
      if (remedy) redirect(remedy);
      const now = error.code === "cart_changed" && (await findCart(ctx, { token }));
      if (!now) throw error;
      // The page shows the cart as it is now, and the words say what is new.
      refresh();
      throw new DomainError("cart_changed", error.message, { details: changesSince(seen, now) });
    }
  });
}
