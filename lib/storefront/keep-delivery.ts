import { parseWithZod } from "@conform-to/zod/v4";
import { refresh } from "next/cache";
import { type Cart, carts, priceCart } from "#lib/commerce/cart/index.ts";
import { country } from "#lib/platform/address.ts";
import { id } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { currentCart } from "./current-cart.ts";
import { currentContext } from "./current-context.ts";
import { countingPart, recipientForm } from "./delivery-form.ts";
import { payerOf } from "./payer-of.ts";
import { writeCart } from "./write-cart.ts";

/**
 * Keeps as much of the posted delivery section as is valid, and draws the page again if that moves the amounts. `form`
 * is what `readDelivery` returns. Only in actions.
 */
export async function keepDelivery(form: FormData): Promise<void> {
  const to = country.safeParse(form.get("shippingAddress.country"));
  const before = await currentCart();
  if (!to.success || !before) return;
  const { actor } = await currentContext();
  const { data: shippingMethodId } = id.safeParse(form.get("shippingMethodId"));
  const whole = parseWithZod(countingPart(form), { schema: recipientForm });
  const draft = {
    country: to.data,
    shippingMethodId,
    to: whole.status === "success" ? { ...whole.value, ...payerOf(whole.value, actor) } : undefined,
  };
  const { cart } = await writeCart((ctx, handle) =>
    perform(carts.draftDelivery, ctx, { cart: handle, draft }),
  );
  if (amountsOf(before) !== amountsOf(cart)) refresh();
}

/** What the order summary shows. */
function amountsOf(cart: Cart): string {
  const { totals, coupons } = priceCart(cart);
  return JSON.stringify([cart.country, cart.shippingMethod?.id, totals, coupons.map(({ amount }) => amount)]);
}
