"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { carts } from "#lib/commerce/cart/index.ts";
import { id } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { formAction } from "#lib/storefront/form-action.ts";
import { goneAlready } from "#lib/storefront/gone-already.ts";
import { writeCart } from "#lib/storefront/write-cart.ts";

/** Removes a line. Succeeds if another tab has already removed it. */
export const removeLine = formAction(z.object({ lineId: id }), async ({ lineId }) => {
  const none = { lineId, quantity: 0 };
  await writeCart((ctx, cart) => perform(carts.changeLine, ctx, { cart, ...none })).catch(goneAlready);
  redirect("/cart?status=removed");
});
