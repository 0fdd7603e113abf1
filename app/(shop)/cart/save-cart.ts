"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import * as z from "zod";
import { type Cart, carts, hasObstacles, maxQuantity } from "#lib/commerce/cart/index.ts";
import { id } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { nextStepPath, requireCart } from "#lib/storefront/checkout/checkout-steps.ts";
import { type FormState, submitForm } from "#lib/storefront/forms/form-action.ts";
import { isInPlace } from "#lib/storefront/forms/is-in-place.ts";
import { goneAlready } from "#lib/storefront/gone-already.ts";
import { writeCart } from "#lib/storefront/visitor/write-cart.ts";

const cartForm = z.object({
  lines: z
    .record(
      id,
      z.object({
        quantity: z
          .string()
          .regex(/^\d{1,99}$/)
          .transform(Number)
          .pipe(z.number().max(maxQuantity)),
      }),
    )
    .optional(),
  /** One more or one less of a line. */
  step: z
    .string()
    .regex(/^[\da-f-]{36}:-?1$/)
    .optional(),
  remove: id.optional(),
  checkOut: z.string().max(2).optional(),
});
type Posted = z.output<typeof cartForm>;

/** Saves the changed quantities, then goes where the pressed button leads. A quantity of 0 removes the line. */
export async function saveCart(_previous: FormState, form: FormData): Promise<FormState> {
  // Filled in per line, because the field of that line is to blame.
  const blame: { out_of_stock?: string; bad_request?: string } = {};
  const act = async (posted: Posted) => {
    let cart = await requireCart();
    const changes = differing(cart, posted);
    const isRemoved = new Set(changes.filter(({ quantity }) => quantity === 0).map(({ lineId }) => lineId));
    const removed = cart.lines.find(({ id }) => isRemoved.has(id));
    for (const wanted of changes) {
      const field = `lines.${wanted.lineId}.quantity`;
      Object.assign(blame, { out_of_stock: field, bad_request: field });
      const written = await writeCart((ctx, handle) =>
        perform(carts.changeLine, ctx, { cart: handle, ...wanted }),
      ).catch(goneAlready);
      cart = written?.cart ?? cart;
    }
    if (posted.checkOut) redirect(hasObstacles(cart) ? "/cart?status=stock" : await nextStepPath(cart));
    // The header counts what is in the cart, which may have changed elsewhere.
    refresh();
    if (removed) redirect(undoPath(removed));
    if (posted.remove) redirect("/cart?status=removed");
    if (!(await isInPlace())) redirect("/cart?status=updated");
  };
  return submitForm(form, cartForm, act, { blame });
}

function differing(cart: Cart, { lines = {}, step, remove }: Posted): { lineId: string; quantity: number }[] {
  const [stepped, by] = step?.split(":") ?? [];
  return cart.lines.flatMap(({ id: lineId, quantity: before }) => {
    const typed = lines[lineId]?.quantity ?? before;
    const moved = lineId === stepped ? Math.min(maxQuantity, Math.max(1, typed + Number(by))) : typed;
    const quantity = lineId === remove ? 0 : moved;
    return quantity === before ? [] : [{ lineId, quantity }];
  });
}

/** The path of the cart page, with what is needed to name the line and put it back. */
function undoPath({ productSlug, variantId, quantity }: Cart["lines"][number]): string {
  const removed = { product: productSlug, variant: variantId, quantity: `${quantity}` };
  return `/cart?${new URLSearchParams({ status: "removed", ...removed })}`;
}
