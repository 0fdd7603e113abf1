"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { changeLine } from "#lib/commerce/cart/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { id } from "#lib/platform/text.ts";
import { formAction } from "#lib/storefront/form-action.ts";
import { writeCart } from "#lib/storefront/write-cart.ts";

/** Takes a line out of the cart. One that another tab has removed already is removed. */
export const removeLine = formAction([acts.changeCart], z.object({ lineId: id }), async ({ lineId }) => {
  try {
    await writeCart((ctx, cart) => changeLine(ctx, cart, { lineId, quantity: 0 }));
  } catch (error) {
    if (!isDomainError(error, "not_found")) throw error;
  }
  redirect("/cart?status=removed");
});
