import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import * as z from "zod";
import { couponInput } from "#lib/commerce/cart/index.ts";
import { isInPlace } from "../forms/is-in-place.ts";
import { stepPath, steps } from "./checkout-steps.ts";

/** Where a code is entered: in the cart, or beside a section of the checkout. */
const couponPlace = z.enum(["cart", ...steps]);
export type CouponPlace = z.output<typeof couponPlace>;

/** A code, and where it is entered. */
export const couponForm = couponInput.extend({ from: couponPlace });

/** Shows the changed amounts where the code was entered. In the checkout, what was typed stays. */
export async function showChanged(from: CouponPlace, status: string): Promise<void> {
  if (from === "cart") redirect(`/cart?status=${status}`);
  if (!(await isInPlace())) redirect(stepPath(from));
  refresh();
}
