"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import * as z from "zod";
import { type Cart, carts, priceCart } from "#lib/commerce/cart/index.ts";
import { orders } from "#lib/commerce/order/index.ts";
import { DomainError, type ErrorCode, isDomainError } from "#lib/platform/errors.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { line } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { orderNeeds, stepPath } from "#lib/storefront/checkout/checkout-steps.ts";
import { changesSince, type Seen, seenCart } from "#lib/storefront/forms/cart-changes.ts";
import { changedWords, takenOffWords } from "#lib/storefront/forms/failure-words.ts";
import { type FormState, submitForm } from "#lib/storefront/forms/form-action.ts";
import { WordedError } from "#lib/storefront/forms/worded-error.ts";
import { goneAlready } from "#lib/storefront/gone-already.ts";
import { placedPath } from "#lib/storefront/order/placed-path.ts";
import { forgetCart } from "#lib/storefront/visitor/cart-cookie.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { writeCart } from "#lib/storefront/visitor/write-cart.ts";

const paymentForm = z.object({
  // Not needed if nothing is due.
  payment: z
    .string()
    .regex(/^[\w-]{1,60}:[\w-]{1,60}$/)
    .optional(),
  cart: line(200),
  cartVersion: z.number().int().min(1),
  idempotencyKey: z.uuid(),
});

/** Where missing data can be added. */
const remedies: Partial<Record<ErrorCode, string>> = {
  cart_empty: "/cart",
  not_found: "/cart?status=ended",
  out_of_stock: "/cart?status=stock",
  price_not_available: "/cart",
  contact_required: stepPath("contact"),
  address_required: stepPath("delivery"),
  shipping_method_required: stepPath("delivery"),
};

const blame = { payment_provider_required: "payment", payment_provider_not_enabled: "payment" };

/**
 * Places the order as the shopper saw it in `shown`. A double click, a reload and a second tab lead to the same order;
 * a declined payment changes nothing.
 */
export async function placeOrder(shown: Seen, _previous: FormState, form: FormData): Promise<FormState> {
  const act = async ({ payment, cart: token, cartVersion, idempotencyKey }: z.output<typeof paymentForm>) => {
    // A browser may send anything.
    const { data: seen } = seenCart.safeParse(shown);
    if (!seen) throw new DomainError("bad_request", "The page does not say what it showed");
    const [paymentProvider, paymentMethod] = payment?.split(":") ?? [];
    const wanted = {
      cart: { token },
      paymentProvider,
      paymentMethod,
      cartVersion,
      expected: seen.sums,
      idempotencyKey,
      needs: orderNeeds(),
    };
    try {
      const placed = await perform(orders.place, await currentContext(), wanted);
      if (placed.attempt) redirect(placed.attempt.redirectUrl);
      await forgetCart();
      redirect(placedPath(placed.order.id));
    } catch (error) {
      if (!isDomainError(error)) throw error;
      const remedy = remedies[error.code];
      if (remedy) redirect(remedy);
      throw await asSeenNow({ error, seen, token });
    }
  };
  return submitForm(form, paymentForm, act, { blame });
}

type Refused = { error: DomainError; seen: Seen; token: string };

/** The differences in the cart, which the page then shows in its current state. A rejected coupon is removed. */
async function asSeenNow({ error, seen, token }: Refused): Promise<DomainError> {
  if (isDomainError(error, "coupon_not_applicable") && error.details) {
    const refusal = error.details;
    await writeCart((ctx, cart) => perform(carts.removeCoupon, ctx, { cart, code: refusal.code })).catch(
      goneAlready,
    );
    const cart = await cartNow(token);
    refresh();
    return cart ? new WordedError(error, await takenOffWords(refusal, await totalOf(cart))) : error;
  }
  if (error.code !== "cart_changed") return error;
  const cart = await cartNow(token);
  refresh();
  const changes = cart ? changesSince(seen, cart, await getLocale()) : [];
  return new WordedError(error, await changedWords(changes));
}

async function cartNow(token: string): Promise<Cart | null> {
  return perform(carts.find, await currentContext(), { cart: { token } });
}

async function totalOf(cart: Cart): Promise<string> {
  return formatMoney(priceCart(cart).totals.total, cart.currency, await getLocale());
}
