"use server";

import { redirect } from "next/navigation";
import { carts, quantityInput } from "#lib/commerce/cart/index.ts";
import { id } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { formAction } from "#lib/storefront/form-action.ts";
import { writeCart } from "#lib/storefront/write-cart.ts";

/** Sets a line's quantity; 0 removes the line. */
export const changeQuantity = formAction(
  quantityInput.extend({ lineId: id }),
  async (input) => {
    await writeCart((ctx, cart) => perform(carts.changeLine, ctx, { cart, ...input }));
    redirect("/cart?status=updated");
  },
  { blame: { out_of_stock: "quantity", bad_request: "quantity" } },
);
